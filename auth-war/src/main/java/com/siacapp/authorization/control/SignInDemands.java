package com.siacapp.authorization.control;

import com.siacapp.authorization.entity.AskedRequest;
import com.siacapp.authorization.entity.AskedRequest.Pushed;
import com.siacapp.authorization.entity.Prompt;
import com.siacapp.authorization.entity.SignInDemand;
import com.siacapp.clients.entity.OAuthError;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.grants.boundary.IdTokens;
import com.siacapp.grants.entity.IdTokenHint;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.http.entity.UnredirectableException;
import com.siacapp.pages.entity.ErrorPage.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads from a request who must be signed in, and how recently. */
@ApplicationScoped
public class SignInDemands {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private static final String HINT = "id_token_hint";

    @Inject
    IdTokens idTokens;

    /** @throws com.siacapp.clients.entity.OAuthException invalid_request or login_required */
    public SignInDemand of(AskedRequest asked) {
        var parameters = asked.parameters();
        var demand = new SignInDemand(
                parameters.optional("prompt").map(Prompt::parse).orElse(Set.of()),
                parameters.optional("max_age").map(SignInDemands::seconds),
                expectedPerson(parameters),
                asked.pushed().map(Pushed::at));
        // OpenID Connect Core §3.1.2.1: nobody can be asked whom the hint means, and it may not be who is signed in.
        if (demand.forbidsPages()
                && demand.subject().isEmpty()
                && parameters.optional(HINT).isPresent()) {
            throw OAuthError.LOGIN_REQUIRED.because("prompt is none, and id_token_hint names nobody");
        }
        return demand;
    }

    /**
     * What was posted, as it may come into an address: of an ID token, only whom it means.
     *
     * @throws UnredirectableException when the hint is repeated or oversized
     */
    public OAuthParameters forAddress(OAuthParameters posted) {
        try {
            return posted.optional(HINT)
                    .map(hint -> posted.with(HINT, idTokens.forAddress(hint)))
                    .orElse(posted);
        } catch (OAuthException malformed) {
            throw new UnredirectableException(Problem.BAD_REQUEST, malformed.reason());
        }
    }

    /** Whether a request says so that is yet to be checked. What is malformed is told later, to who signed in. */
    public static boolean forbidPages(OAuthParameters unchecked) {
        return unchecked.values().getOrDefault("prompt", List.of()).equals(List.of(Prompt.NONE.wireName()));
    }

    private Optional<UUID> expectedPerson(OAuthParameters parameters) {
        var client = parameters.optional("client_id");
        return parameters
                .optional(HINT)
                .flatMap(idTokens::read)
                .filter(hint -> client.equals(Optional.of(hint.clientId())))
                .map(IdTokenHint::subject);
    }

    private static Duration seconds(String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw OAuthError.INVALID_REQUEST.because("max_age is no number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    /**
     * The query without what a sign-in fulfils, or the person would be asked for ever: the address is all the state there
     * is. Who may change it may also leave {@code prompt} out; clients that must be sure push the request, or compare
     * {@code auth_time}.
     */
    public static String withoutFulfilled(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !name(parameter).equals("max_age"))
                .filter(parameter -> !name(parameter).equals("prompt") || !isLoginAlone(parameter))
                .map(parameter -> name(parameter).equals("prompt") ? withoutLogin(parameter) : parameter)
                .collect(Collectors.joining("&"));
    }

    private static boolean isLoginAlone(String prompt) {
        return value(prompt).equals(Prompt.LOGIN.wireName());
    }

    private static String withoutLogin(String prompt) {
        return "prompt="
                + Arrays.stream(value(prompt).split(" "))
                        .filter(value -> !value.equals(Prompt.LOGIN.wireName()))
                        .collect(Collectors.joining("+"));
    }

    private static String name(String parameter) {
        return decoded(parameter.split("=", 2)[0]);
    }

    private static String value(String parameter) {
        var pair = parameter.split("=", 2);
        return pair.length == 2 ? decoded(pair[1]) : "";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
