package com.siacapp.http.control;

import com.siacapp.installation.boundary.Installation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How all our cookies are made. With an https issuer they carry {@code Secure} and the {@code __Host-} prefix, so that no
 * other host and no unencrypted page can set them (ASVS 3.3.1). Lax, because a client's link must find the person signed
 * in.
 */
@RequestScoped
public class HostCookies {

    @Inject
    HttpServletRequest request;

    @Inject
    Installation installation;

    public NewCookie.Builder cookie(String name) {
        return new NewCookie.Builder(prefixed(name))
                .path("/")
                .httpOnly(true)
                .secure(isHttps())
                .sameSite(NewCookie.SameSite.LAX);
    }

    /** What the browser sent. */
    public Optional<String> value(String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(prefixed(name)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private String prefixed(String name) {
        return isHttps() ? "__Host-" + name : name;
    }

    private boolean isHttps() {
        return "https".equals(installation.issuer().getScheme());
    }
}
