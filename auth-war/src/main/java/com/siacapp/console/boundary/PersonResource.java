package com.siacapp.console.boundary;

import com.siacapp.console.control.Console;
import com.siacapp.console.entity.ConfirmPage.Question;
import com.siacapp.console.entity.OncePage;
import com.siacapp.console.entity.PersonPage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Moment;
import com.siacapp.pages.entity.Notice;
import com.siacapp.pages.entity.Section;
import com.siacapp.users.boundary.Invitations;
import com.siacapp.users.boundary.People;
import com.siacapp.users.boundary.People.Outcome;
import com.siacapp.users.entity.AccountRefusal;
import com.siacapp.users.entity.Member;
import com.siacapp.users.entity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person of a company: their role, and acts that are confirmed on a page of their own. */
@ApplicationScoped
@Path("admin/people/{person: [0-9a-f-]{36}}")
@PartOf(Section.PEOPLE)
public class PersonResource {

    private static final String ACT = "{act: disable|enable|sign-out|disconnect|password-link}";

    @Inject
    Console console;

    @Inject
    People people;

    @Inject
    Invitations invitations;

    @GET
    public Response show(@PathParam("person") UUID id) {
        return console.show(new PersonPage(console.frame(Section.PEOPLE), console.csrf(Section.PEOPLE), member(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeRole(
            @PathParam("person") UUID id,
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("role") @Nullable String role) {
        console.requireOurs(Section.PEOPLE, csrf);
        return answer(id, people.changeRole(console.person(), id, role(role)), Notice.ROLE_CHANGED);
    }

    @GET
    @Path(ACT)
    public Response ask(@PathParam("person") UUID id, @PathParam("act") String act) {
        var member = member(id);
        if (!member.isManaged()) {
            throw new NotFoundException();
        }
        return console.confirm(Section.PEOPLE, question(act), member.name(), path(id));
    }

    @POST
    @Path(ACT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(
            @PathParam("person") UUID id, @PathParam("act") String act, @FormParam("csrf") @Nullable String csrf) {
        console.requireOurs(Section.PEOPLE, csrf);
        var by = console.person();
        return switch (question(act)) {
            case DISABLE_PERSON -> answer(id, people.disable(by, id), Notice.PERSON_DISABLED);
            case ENABLE_PERSON -> answer(id, people.enable(by, id), Notice.PERSON_ENABLED);
            case SIGN_OUT_PERSON -> answer(id, people.signOut(by, id, false), Notice.PERSON_SIGNED_OUT);
            case DISCONNECT_PERSON -> answer(id, people.signOut(by, id, true), Notice.PERSON_DISCONNECTED);
            default -> passwordLink(id);
        };
    }

    private Response passwordLink(UUID id) {
        var member = member(id);
        try {
            var link = invitations.startPasswordReset(console.person(), id);
            return console.show(new OncePage(
                    console.frame(Section.PEOPLE),
                    OncePage.Kind.PASSWORD_RESET,
                    new DisplayName(member.name()),
                    "",
                    console.absolute(link.path()),
                    List.of(new Moment(link.expiresAt())),
                    path(id)));
        } catch (AccountRefusal notPermitted) {
            throw new NotFoundException(notPermitted);
        }
    }

    private Response answer(UUID id, Outcome outcome, Notice done) {
        return switch (outcome) {
            case DONE -> console.goTo(path(id), done);
            case LAST_ADMINISTRATOR -> console.goTo(path(id), Notice.LAST_ADMINISTRATOR);
            case YOURSELF -> console.goTo(path(id), Notice.NOT_YOURSELF);
            case NOT_FOUND -> throw new NotFoundException();
        };
    }

    private Member member(UUID id) {
        return people.find(console.person(), id).orElseThrow(NotFoundException::new);
    }

    private static String path(UUID id) {
        return Section.PEOPLE.path() + "/" + id;
    }

    private static Question question(String act) {
        return switch (act) {
            case "disable" -> Question.DISABLE_PERSON;
            case "enable" -> Question.ENABLE_PERSON;
            case "sign-out" -> Question.SIGN_OUT_PERSON;
            case "disconnect" -> Question.DISCONNECT_PERSON;
            default -> Question.PASSWORD_LINK;
        };
    }

    static Role role(@Nullable String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("there is no such role"));
    }
}
