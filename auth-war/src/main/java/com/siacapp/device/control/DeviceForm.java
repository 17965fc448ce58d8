package com.siacapp.device.control;

import com.siacapp.browser.control.FormTokens;
import com.siacapp.consent.control.ConsentQuestion;
import com.siacapp.grants.boundary.DeviceAuthorizations.Waiting;
import com.siacapp.grants.entity.UserCode;
import com.siacapp.http.control.PageResponses;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.pages.entity.Page;
import com.siacapp.pages.entity.PageAddress;
import com.siacapp.pages.entity.UserCodePage;
import com.siacapp.pages.entity.UserCodeResultPage;
import com.siacapp.users.entity.SignedInUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages on which a person brings a device and its request together. */
@RequestScoped
public class DeviceForm {

    private static final String PATH = "/device";
    private static final String ENTRY = "code of a device";

    /** The parameter that holds a token for what the consent page said. */
    public static final String SAID = "said";

    @Inject
    PageResponses pages;

    @Inject
    FormTokens tokens;

    @Inject
    Installation installation;

    /** The field for the code, filled in if a link brought one. */
    public Response ask(Optional<UserCode> code) {
        return entry(200, code, false);
    }

    /** The same, with one text whatever is wrong with the code. */
    public Response askAgain(Optional<UserCode> code) {
        return entry(422, code, true);
    }

    /** The page that asks for consent at authorize, with the code to compare once more (RFC 8628 §5.4). */
    public Response consent(UserCode code, Waiting waiting, SignedInUser person) {
        return consent(200, code, waiting, person);
    }

    /** What the person answered is not what they would answer now: nothing was done, and they are asked once more. */
    public Response consentAgain(UserCode code, Waiting waiting, SignedInUser person) {
        return consent(400, code, waiting, person);
    }

    private Response consent(int status, UserCode code, Waiting waiting, SignedInUser person) {
        var question = question(waiting, person);
        var action = PATH + "?" + query(code) + "&" + SAID + "=" + tokens.tokenFor(said(question));
        var csrf = tokens.tokenFor(decision(Optional.of(code)));
        return show(status, question.page(address(Optional.of(code)), action, csrf, status != 200, code.shown()));
    }

    public Response result(UserCodeResultPage.Outcome outcome) {
        return show(200, new UserCodeResultPage(address(Optional.empty()), outcome));
    }

    public void requireEntry(@Nullable String csrf) {
        tokens.require(ENTRY, csrf);
    }

    /** An answer to one device's question is none to another's; and who has this token entered the code before. */
    public void requireDecision(Optional<UserCode> code, @Nullable String csrf) {
        tokens.require(decision(code), csrf);
    }

    /** Whether the page said to this person what it would say now. */
    public boolean isAnswerTo(Waiting waiting, SignedInUser person, @Nullable String token) {
        return tokens.fits(said(question(waiting, person)), token);
    }

    /** The browser goes nowhere with the answer: it stays here. */
    private ConsentQuestion question(Waiting waiting, SignedInUser person) {
        return new ConsentQuestion(
                waiting.client(),
                waiting.scopes(),
                waiting.grantableBy(person.role()),
                waiting.resource(),
                URI.create(installation.issuer() + PATH),
                person);
    }

    /** All that the page says but the code. */
    private static String said(ConsentQuestion question) {
        return "consent for a device\n" + question.said();
    }

    private Response entry(int status, Optional<UserCode> code, boolean isRefused) {
        return show(
                status,
                new UserCodePage(
                        address(code),
                        PATH,
                        tokens.tokenFor(ENTRY),
                        code.map(UserCode::shown).orElse(""),
                        isRefused));
    }

    private Response show(int status, Page page) {
        return tokens.withBrowser(pages.page(status, page)).build();
    }

    private static String decision(Optional<UserCode> code) {
        return "device " + code.map(UserCode::letters).orElse("");
    }

    private static PageAddress address(Optional<UserCode> code) {
        return new PageAddress(PATH, code.map(DeviceForm::query).orElse(""));
    }

    private static String query(UserCode code) {
        return "user_code=" + code.shown();
    }
}
