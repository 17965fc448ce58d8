package com.siacapp.console.boundary;

import com.siacapp.console.control.Console;
import com.siacapp.console.entity.ConfirmPage.Question;
import com.siacapp.console.entity.OncePage;
import com.siacapp.console.entity.PeoplePage;
import com.siacapp.console.entity.PeoplePage.Waiting;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Moment;
import com.siacapp.pages.entity.Notice;
import com.siacapp.pages.entity.Section;
import com.siacapp.users.boundary.Invitations;
import com.siacapp.users.boundary.Invitations.OpenInvitation;
import com.siacapp.users.boundary.People;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.AccountRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of a company, and inviting more. */
@ApplicationScoped
@Path("admin/people")
@PartOf(Section.PEOPLE)
public class PeopleResource {

    private static final String PATH = Section.PEOPLE.path();

    @Inject
    Console console;

    @Inject
    People people;

    @Inject
    Invitations invitations;

    @GET
    public Response list() {
        return console.show(page("", List.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("email") @Nullable String email,
            @FormParam("role") @Nullable String role) {
        console.requireOurs(Section.PEOPLE, csrf);
        var typed = email == null ? "" : email;
        try {
            var link = invitations.invite(console.person(), typed, PersonResource.role(role));
            return console.show(new OncePage(
                    console.frame(Section.PEOPLE),
                    OncePage.Kind.INVITATION,
                    new DisplayName(typed),
                    "",
                    console.absolute(link.path()),
                    List.of(new Moment(link.expiresAt())),
                    PATH));
        } catch (AccountRefusal refused) {
            return console.show(400, page(typed, List.copyOf(refused.problems())));
        }
    }

    @GET
    @Path("invitations/{invitation: [0-9a-f-]{36}}/withdraw")
    public Response askToWithdraw(@PathParam("invitation") UUID id) {
        return console.confirm(Section.PEOPLE, Question.WITHDRAW_INVITATION, open(id).email(), PATH);
    }

    @POST
    @Path("invitations/{invitation: [0-9a-f-]{36}}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("invitation") UUID id, @FormParam("csrf") @Nullable String csrf) {
        console.requireOurs(Section.PEOPLE, csrf);
        if (!invitations.withdraw(console.person(), id)) {
            throw new NotFoundException();
        }
        return console.goTo(PATH, Notice.INVITATION_WITHDRAWN);
    }

    private OpenInvitation open(UUID id) {
        return invitations.open(console.person()).stream()
                .filter(invitation -> invitation.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private PeoplePage page(String typedEmail, List<AccountProblem> problems) {
        return new PeoplePage(
                console.frame(Section.PEOPLE),
                console.csrf(Section.PEOPLE),
                people.list(console.person()),
                invitations.open(console.person()).stream()
                        .map(PeopleResource::waiting)
                        .toList(),
                typedEmail,
                problems);
    }

    private static Waiting waiting(OpenInvitation invitation) {
        return new Waiting(
                invitation.id(),
                invitation.email(),
                invitation.role(),
                invitation.invitedBy(),
                new Moment(invitation.expiresAt()));
    }
}
