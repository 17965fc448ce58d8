package com.siacapp.users.control;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.siacapp.users.entity.AccountProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
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
        return strength.measure(password, words(known)).getScore() < LEAST_SCORE
                ? EnumSet.of(AccountProblem.PASSWORD_TOO_EASY)
                : EnumSet.noneOf(AccountProblem.class);
    }

    private static List<String> words(Collection<String> known) {
        return Stream.concat(
                        known.stream().flatMap(PasswordPolicy::parts).map(word -> word.toLowerCase(Locale.ROOT)),
                        CONTEXT.stream())
                .distinct()
                .toList();
    }

    private static Stream<String> parts(String text) {
        return Stream.concat(Stream.of(text), Arrays.stream(text.split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() >= SHORTEST_WORD);
    }
}
