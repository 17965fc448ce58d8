package com.siacapp.http.control;

import com.siacapp.pages.control.Pages;
import com.siacapp.pages.entity.ErrorPage;
import com.siacapp.pages.entity.ErrorPage.Problem;
import com.siacapp.pages.entity.Page;
import com.siacapp.pages.entity.PageAddress;
import com.siacapp.requests.boundary.RequestFacts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Pages as responses: rendered in the person's language, under a policy that runs no script. */
@RequestScoped
public class PageResponses {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    @Inject
    Pages pages;

    @Inject
    PageLanguage language;

    @Inject
    HttpServletRequest request;

    @Inject
    RequestFacts facts;

    public Response.ResponseBuilder page(int status, Page page) {
        return page(status, page, Optional.empty());
    }

    /**
     * A page whose form may end, by redirects, at a client's address. Browsers apply {@code form-action} to redirects
     * too, so that address must be allowed.
     */
    public Response.ResponseBuilder page(int status, Page page, Optional<URI> formEndsAt) {
        var response = Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(
                        "Content-Security-Policy",
                        POLICY + formEndsAt.map(PageResponses::source).orElse(""))
                // Bytes, because RESTEasy escapes the HTML of a string that answers 400; Pebble did already.
                .entity(pages.render(page, language.ofThePerson()).getBytes(StandardCharsets.UTF_8));
        language.remembered().ifPresent(response::cookie);
        return response;
    }

    public Response error(int status, Problem problem, String logId) {
        facts.refusedWith(problem.name().toLowerCase(Locale.ROOT));
        return page(status, new ErrorPage(address(), problem, logId)).build();
    }

    /** The address of the page being shown; the language links lead there. */
    public PageAddress address() {
        var query = request.getQueryString();
        return new PageAddress(request.getRequestURI(), query == null ? "" : query);
    }

    /** CSP knows neither hosts of an app's own scheme nor IPv6 addresses: there the scheme has to do. */
    private static String source(URI uri) {
        var host = uri.getHost();
        var isOnTheWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        return isOnTheWeb && host != null && !host.startsWith("[")
                ? " " + uri.getScheme() + "://" + uri.getRawAuthority()
                : " " + uri.getScheme() + ":";
    }
}
