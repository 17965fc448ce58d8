package com.siacapp.users.control;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.siacapp.users.entity.AccountProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which passwords people may choose (ASVS 6.2): long enough, and not among those that are tried first. There are no
 * rules about kinds of characters, nothing is cut off, and no password has to be changed for its age. zxcvbn knows
 * 30,000 breached passwords, names and words of several lists, and the ways in which people vary them.
 */
@ApplicationScoped
public class PasswordPolicy {

    /** Characters. ASVS 6.2.1 asks for 8; until there is a second factor, a few more. */
    public static final int SHORTEST = 12;

    /** Characters. ASVS 6.2.9 asks for at least 64. */
    public static final int LONGEST = 128;

    /** Of 4: beyond 10^8 guesses, which Argon2id makes slow even for who stole the hashes. */
    private static final int LEAST_SCORE = 3;

    private static final int SHORTEST_WORD = 3;

    /** Characters besides the words everybody would try: a year or an exclamation mark is not enough. */
    private static final int LEAST_OF_ITS_OWN = 6;

    /** ASVS 6.1.2: words everybody would try here, besides those of the person and the company. */
    private static final List<String> CONTEXT = List.of(
            "siac",
            "siacapp",
            "assistant",
            "asistente",
            "whatsapp",
            "meta",
            "facebook",
            "chatgpt",
            "openai",
            "claude",
            "business",
            "empresa",
            "marketing",
            "campaign",
            "campaigns",
            "campaña",
            "campañas",
            "template",
            "templates",
            "plantilla",
            "plantillas",
            "broadcast",
            "contraseña",
            "contrasena",
            "clave",
            "secreto",
            "usuario",
            "bienvenido",
            "administrador",
            "administrator",
            "admin",
            "hola");

    private final Zxcvbn strength = new Zxcvbn();

    /**
     * What is wrong with a password; nothing when it may be used.
     *
     * @param known what an acquaintance would try: names, e-mail, company
     */
    public Set<AccountProblem> problems(String password, Collection<String> known) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return EnumSet.of(AccountProblem.PASSWORD_TOO_SHORT);
        }
        if (length > LONGEST) {
            return EnumSet.of(AccountProblem.PASSWORD_TOO_LONG);
        }
        var words = words(known);
        var isEasy =
                isMadeOf(words, password) || strength.measure(password, words).getScore() < LEAST_SCORE;
        return isEasy ? EnumSet.of(AccountProblem.PASSWORD_TOO_EASY) : EnumSet.noneOf(AccountProblem.class);
    }

    /** Whether little is left without these words; zxcvbn finds three of them in a row hard enough, whatever they are. */
    private static boolean isMadeOf(List<String> words, String password) {
        var rest = password.toLowerCase(Locale.ROOT);
        for (var word : words) {
            rest = rest.replace(word, "");
        }
        return rest.length() < LEAST_OF_ITS_OWN;
    }

    /** The longest first. */
    private static List<String> words(Collection<String> known) {
        return Stream.concat(
                        known.stream().flatMap(PasswordPolicy::parts).map(word -> word.toLowerCase(Locale.ROOT)),
                        CONTEXT.stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Stream<String> parts(String text) {
        return Stream.concat(Stream.of(text), Arrays.stream(text.split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() >= SHORTEST_WORD);
    }
}
