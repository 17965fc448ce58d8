package com.siacapp.device.boundary;

import com.siacapp.browser.control.BrowserSignIn;
import com.siacapp.device.control.DeviceForm;
import com.siacapp.grants.boundary.DeviceAuthorizations;
import com.siacapp.grants.entity.UserCode;
import com.siacapp.pages.entity.UserCodeResultPage.Outcome;
import com.siacapp.users.entity.SignedInUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a person enters the code of their device and decides (RFC 8628 §3.3). A link may bring the code; that it is the
 * device's, the person says all the same (§5.4).
 */
@ApplicationScoped
@Path("device")
public class DeviceResource {

    @Inject
    BrowserSignIn signIn;

    @Inject
    DeviceForm form;

    @Inject
    DeviceAuthorizations devices;

    /** Says nothing of the code: a mere link is no try. */
    @GET
    public Response ask(@QueryParam("user_code") @DefaultValue("") String code) {
        return withPerson(person -> form.ask(UserCode.parse(code)));
    }

    /** The entered code leads to the question, and the question's answer comes here with the code in the address. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @QueryParam("user_code") @DefaultValue("") String asked,
            @QueryParam(DeviceForm.SAID) @Nullable String said,
            @FormParam("user_code") @DefaultValue("") String entered,
            @FormParam("decision") @Nullable String decision,
            @FormParam("csrf") @Nullable String csrf) {
        if (decision == null) {
            form.requireEntry(csrf);
            return withPerson(person -> enter(entered, person));
        }
        var code = UserCode.parse(asked);
        form.requireDecision(code, csrf);
        if ("switch".equals(decision)) {
            return signIn.switchPerson();
        }
        return withPerson(person ->
                code.map(known -> decide(known, said, decision, person)).orElseGet(() -> form.result(Outcome.OVER)));
    }

    private Response enter(String entered, SignedInUser person) {
        var code = UserCode.parse(entered);
        return code.flatMap(typed -> devices.enter(typed, person)
                        .map(waiting -> waiting.grantableBy(person.role()).isEmpty()
                                ? form.result(Outcome.NOTHING_TO_GIVE)
                                : form.consent(typed, waiting, person)))
                .orElseGet(() -> form.askAgain(code));
    }

    /** A yes is to what the page said; if it would say something else by now, it says it first. */
    private Response decide(UserCode code, @Nullable String said, String decision, SignedInUser person) {
        var waiting = devices.waiting(code, person);
        if (waiting.filter(asked -> !form.isAnswerTo(asked, person, said)).isPresent()) {
            return form.consentAgain(code, waiting.orElseThrow(), person);
        }
        if (!"allow".equals(decision)) {
            return form.result(devices.refuse(code, person) ? Outcome.REFUSED : Outcome.OVER);
        }
        var isAllowed = waiting.filter(asked -> devices.allow(code, asked.grantableBy(person.role()), person))
                .isPresent();
        return form.result(isAllowed ? Outcome.ALLOWED : Outcome.OVER);
    }

    private Response withPerson(Function<SignedInUser, Response> then) {
        return Optional.of(then).flatMap(signIn.current()::map).orElseGet(signIn::ask);
    }
}
