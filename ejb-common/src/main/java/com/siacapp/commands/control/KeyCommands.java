package com.siacapp.commands.control;

import com.siacapp.audit.entity.Author;
import com.siacapp.commands.entity.Answer;
import com.siacapp.commands.entity.CommandRefused;
import com.siacapp.keys.control.KeyChanges;
import com.siacapp.keys.control.SigningKeys;
import com.siacapp.keys.entity.KeySummary;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Commands about the keys that sign tokens. */
@ApplicationScoped
public class KeyCommands {

    private static final List<String> HEADINGS = List.of("KEY", "ALGORITHM", "STATE", "SINCE", "SIGNS FROM");

    @Inject
    SigningKeys keys;

    @EJB
    KeyChanges changes;

    public Answer list() {
        return Answer.table(
                Stream.concat(Stream.of(HEADINGS), keys.summaries().stream().map(KeyCommands::line))
                        .toList());
    }

    public Answer rotate() {
        return Answer.done(
                changes.rotate(Author.COMMAND_LINE)
                        ? "New keys are published; they sign in six minutes, when everybody can know them."
                        : "Nothing was changed: the next keys are published already and wait for their turn.");
    }

    public Answer retire(String key) {
        if (!changes.retire(key, Author.COMMAND_LINE)) {
            throw new CommandRefused("no key in use has the id " + key);
        }
        return Answer.done("The key " + key + " and everything it signed is refused from now on.");
    }

    private static List<String> line(KeySummary key) {
        return List.of(
                key.id(),
                key.algorithm(),
                key.state().name().toLowerCase(Locale.ROOT),
                key.since().truncatedTo(ChronoUnit.SECONDS).toString(),
                key.signsFrom().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
