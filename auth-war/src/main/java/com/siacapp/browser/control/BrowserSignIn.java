package com.siacapp.browser.control;

import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.requests.boundary.RequestFacts;
import com.siacapp.users.boundary.Sessions;
import com.siacapp.users.entity.SignedInUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who uses this browser, and how other pages send a person to sign in and back. */
@RequestScoped
public class BrowserSignIn {

    @Inject
    Cookies cookies;

    @Inject
    Sessions sessions;

    @Inject
    HttpServletRequest request;

    @Inject
    RequestFacts facts;

    public Optional<SignedInUser> current() {
        var person = cookies.session().flatMap(sessions::find);
        person.ifPresent(user -> facts.comesFrom(user.id()));
        return person;
    }

    /** To the sign-in page, and afterwards back to this request. */
    public Response ask() {
        return askOnce(query -> query);
    }

    /** To the sign-in page, and afterwards back to this request with its query changed so. */
    public Response askOnce(UnaryOperator<String> changed) {
        return Response.seeOther(signInPage(changed)).build();
    }

    /**
     * The same request by GET. A form of another site brings none of our cookies (they are Lax), a redirect from here
     * does.
     */
    public static Response byGet(String path, OAuthParameters posted) {
        return Response.seeOther(URI.create("/" + path + "?" + posted.encoded()))
                .build();
    }

    /** Signs this person out, so that another can sign in and answer. */
    public Response switchPerson() {
        cookies.session().ifPresent(sessions::end);
        return Response.seeOther(signInPage(query -> query))
                .cookie(cookies.noSession())
                .build();
    }

    private URI signInPage(UnaryOperator<String> changed) {
        var query = Optional.ofNullable(request.getQueryString()).map(changed);
        var here = request.getRequestURI() + query.map(given -> "?" + given).orElse("");
        return URI.create("/signin?" + ReturnAddress.PARAMETER + "=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
    }
}
