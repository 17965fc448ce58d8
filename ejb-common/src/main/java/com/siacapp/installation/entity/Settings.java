package com.siacapp.installation.entity;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** All settings of one part of the product, to be looked at once, at its start. */
public record Settings(List<Setting<?>> all) {

    /** How every key of ours begins. */
    public static final String PREFIX = "SIAC_";

    public Settings {
        all = List.copyOf(all);
    }

    /** The constants of these interfaces. */
    public static Settings of(Class<?>... declarations) {
        return new Settings(Arrays.stream(declarations)
                .flatMap(declaration -> Arrays.stream(declaration.getFields()))
                .filter(field -> field.getType() == Setting.class)
                .<Setting<?>>map(Settings::value)
                .toList());
    }

    /** These and more. */
    public Settings and(Stream<? extends Setting<?>> more) {
        var both = new ArrayList<Setting<?>>(all);
        more.forEach(both::add);
        return new Settings(both);
    }

    /** What is wrong with the operator's values, a sentence for each. */
    public List<String> problems() {
        return all.stream().flatMap(setting -> setting.problem().stream()).toList();
    }

    /** Keys that the operator set and that are none of these: misspelt, or of another version. */
    public List<String> unknown(Predicate<String> ours) {
        var known = all.stream().map(Setting::key).collect(Collectors.toUnmodifiableSet());
        return given().stream()
                .filter(ours)
                .filter(key -> !known.contains(key))
                .sorted()
                .toList();
    }

    private static Set<String> given() {
        return StreamSupport.stream(
                        ConfigProvider.getConfig().getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Setting<?> value(Field constant) {
        try {
            return (Setting<?>) constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("Constants of public interfaces are public", impossible);
        }
    }
}
