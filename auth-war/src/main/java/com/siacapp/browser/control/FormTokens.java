package com.siacapp.browser.control;

import com.siacapp.http.entity.UnredirectableException;
import com.siacapp.keys.boundary.KeyRing;
import com.siacapp.keys.entity.Secret;
import com.siacapp.pages.entity.ErrorPage.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that prove a form was filled in on our page, in this browser, by this session: an HMAC of the browser's secret
 * cookie, the session's cookie and the form. Nothing is stored. A token has no age of its own: it ends with its session,
 * which ends after hours, and without a session it is worth no more than a sign-in.
 */
@RequestScoped
public class FormTokens {

    /** The form of the sign-in page, and of every button that signs out. */
    public static final String SIGN_IN_OR_OUT = "sign in or out";

    @Inject
    KeyRing keys;

    @Inject
    Cookies cookies;

    private @Nullable Secret newBrowser;

    public String tokenFor(String form) {
        return hmac(browser().value(), form);
    }

    /** @throws UnredirectableException when the form was not ours, or of a session that is over */
    public void require(String form, @Nullable String token) {
        if (!fits(form, token)) {
            throw new UnredirectableException(Problem.EXPIRED_FORM, "the form token does not fit");
        }
    }

    /** Whether the form was ours, and of this browser and session. */
    public boolean fits(String form, @Nullable String token) {
        return cookies.browser()
                .filter(secret -> token != null && equal(hmac(secret.value(), form), token))
                .isPresent();
    }

    /** Gives a new browser the cookie its tokens are made of. */
    public Response.ResponseBuilder withBrowser(Response.ResponseBuilder response) {
        return newBrowser == null ? response : response.cookie(cookies.forBrowser(newBrowser));
    }

    private Secret browser() {
        return Optional.ofNullable(newBrowser).or(cookies::browser).orElseGet(() -> newBrowser = Secret.random());
    }

    private String hmac(String browser, String form) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.derive("form tokens"));
            var session = cookies.session().map(Secret::value).orElse("");
            var text = String.join("\n", browser, session, form);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    private static boolean equal(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
