package com.siacapp.browser.control;

import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.entity.Secret;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Our cookies. With an https issuer they carry {@code Secure} and the {@code __Host-} prefix, so that no other host and
 * no unencrypted page can set them. Lax, because a client's link must find the person signed in.
 */
@RequestScoped
public class Cookies {

    private static final String SESSION = "siac-session";
    private static final String BROWSER = "siac-browser";
    private static final String BROWSER_PROOF = "siac-known-browser";
    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    @Inject
    HttpServletRequest request;

    @Inject
    Installation installation;

    public Optional<Secret> session() {
        return value(SESSION);
    }

    Optional<Secret> browser() {
        return value(BROWSER);
    }

    public NewCookie forSession(Secret secret) {
        return cookie(SESSION).value(secret.value()).build();
    }

    NewCookie forBrowser(Secret secret) {
        return cookie(BROWSER).value(secret.value()).build();
    }

    public NewCookie noSession() {
        return cookie(SESSION).value("").maxAge(0).build();
    }

    /** Outlives the session: it tells a person's browser from a stranger's at the next sign-in. */
    public Optional<Secret> browserProof() {
        return value(BROWSER_PROOF);
    }

    public NewCookie forBrowserProof(Secret proof) {
        return cookie(BROWSER_PROOF).value(proof.value()).maxAge(ONE_YEAR).build();
    }

    private Optional<Secret> value(String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(prefixed(name)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(Secret::new)
                .findFirst();
    }

    private NewCookie.Builder cookie(String name) {
        return new NewCookie.Builder(prefixed(name))
                .path("/")
                .httpOnly(true)
                .secure(isHttps())
                .sameSite(NewCookie.SameSite.LAX);
    }

    private String prefixed(String name) {
        return isHttps() ? "__Host-" + name : name;
    }

    private boolean isHttps() {
        return "https".equals(installation.issuer().getScheme());
    }
}
