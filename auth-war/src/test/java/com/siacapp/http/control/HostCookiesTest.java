package com.siacapp.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.installation.boundary.Installation;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;

class HostCookiesTest {

    @Test
    void with_an_https_issuer_a_cookie_is_for_this_host_and_encrypted_connections_alone() {
        var header = header(cookies("https://auth.example"));
        assertThat(header)
                .startsWith("__Host-c=v;")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void only_a_first_run_without_encryption_has_cookies_for_it() {
        var header = header(cookies("http://localhost:8080"));
        assertThat(header)
                .startsWith("c=v;")
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void what_another_host_or_an_unencrypted_page_could_have_set_is_not_ours() {
        assertThat(cookies("https://auth.example", new Cookie("c", "planted")).value("c"))
                .isEmpty();
        assertThat(cookies("https://auth.example", new Cookie("c", "planted"), new Cookie("__Host-c", "ours"))
                        .value("c"))
                .contains("ours");
    }

    /** As the server writes it. */
    private static String header(HostCookies cookies) {
        return RuntimeDelegate.getInstance()
                .createHeaderDelegate(NewCookie.class)
                .toString(cookies.cookie("c").value("v").build());
    }

    @SuppressWarnings("UnnecessaryAssignment") // The container is not here to do it.
    private static HostCookies cookies(String issuer, Cookie... sent) {
        var cookies = new HostCookies();
        cookies.installation = new Installation() {
            @Override
            public URI issuer() {
                return URI.create(issuer);
            }
        };
        cookies.request = (HttpServletRequest) Proxy.newProxyInstance(
                HostCookiesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> sent);
        return cookies;
    }
}
