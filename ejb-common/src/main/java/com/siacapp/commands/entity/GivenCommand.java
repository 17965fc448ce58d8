package com.siacapp.commands.entity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A command as it was given: anything that somebody could write into the database.
 *
 * @param arguments by the names of {@link Argument}; those this version does not know count for nothing
 */
public record GivenCommand(String name, Map<String, String> arguments) {

    public GivenCommand {
        arguments = Map.copyOf(arguments);
    }

    /** None if only another version knows it. */
    public Optional<OperatorCommand> command() {
        return Arrays.stream(OperatorCommand.values())
                .filter(command -> command.name().equals(name))
                .findFirst();
    }

    public boolean has(Argument argument) {
        return arguments.containsKey(argument.name());
    }

    /** What was told, or nothing. */
    public String text(Argument argument) {
        return arguments.getOrDefault(argument.name(), "").strip();
    }

    /** @throws CommandRefused if nothing was told */
    public String require(Argument argument) {
        var text = text(argument);
        if (text.isEmpty()) {
            throw new CommandRefused("the command lacks its " + argument);
        }
        return text;
    }
}
