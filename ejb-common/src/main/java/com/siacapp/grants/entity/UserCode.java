package com.siacapp.grants.entity;

import com.siacapp.keys.entity.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code that a device shows and its person types (RFC 8628 §6.1): eight consonants, so that it spells no word and no
 * letter is taken for a digit. There are 20^8 of them, which is what their number of tries is measured by (§5.1).
 */
public record UserCode(String letters) {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final Pattern TYPED = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[\\s\\p{Pd}]");

    public static UserCode random() {
        return new UserCode(Secret.spelled(ALPHABET, LENGTH));
    }

    /** What a person typed, in whatever case, with dash and spaces or without; empty when it is no code of ours. */
    public static Optional<UserCode> parse(String typed) {
        return Optional.of(BETWEEN_LETTERS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT))
                .filter(TYPED.asMatchPredicate())
                .map(UserCode::new);
    }

    /** As the device shows it: {@code WDJB-MJHT}. */
    public String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    public String hash() {
        return new Secret(letters).hash();
    }

    /** Never the code: it must not reach a log. */
    @Override
    public String toString() {
        return "UserCode[hidden]";
    }
}
