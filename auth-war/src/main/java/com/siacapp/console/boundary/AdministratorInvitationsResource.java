package com.siacapp.console.boundary;

import com.siacapp.console.control.Console;
import com.siacapp.console.entity.InviteAdministratorPage;
import com.siacapp.console.entity.OncePage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Moment;
import com.siacapp.pages.entity.Section;
import com.siacapp.users.boundary.Companies;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.AccountRefusal;
import com.siacapp.users.entity.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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

/** Another administrator's link for a company, when the first one got lost or nobody is left who administers it. */
@ApplicationScoped
@Path("admin/tenants/{company: [0-9a-f-]{36}}/invite")
@PartOf(Section.TENANTS)
public class AdministratorInvitationsResource {

    @Inject
    Console console;

    @Inject
    Companies companies;

    @GET
    public Response form(@PathParam("company") UUID id) {
        return console.show(page(company(id), "", List.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(
            @PathParam("company") UUID id,
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("email") @DefaultValue("") String email) {
        console.requireOurs(Section.TENANTS, csrf);
        var company = company(id);
        try {
            var link =
                    companies.inviteAdministrator(console.person(), id, email).orElseThrow(NotFoundException::new);
            return console.show(new OncePage(
                    console.frame(Section.TENANTS),
                    OncePage.Kind.ADMINISTRATOR,
                    new DisplayName(company.name()),
                    "",
                    console.absolute(link.path()),
                    List.of(new Moment(link.expiresAt())),
                    Section.TENANTS.path()));
        } catch (AccountRefusal refused) {
            return console.show(400, page(company, email, List.copyOf(refused.problems())));
        }
    }

    private InviteAdministratorPage page(Company company, String email, List<AccountProblem> problems) {
        return InviteAdministratorPage.of(
                console.frame(Section.TENANTS), console.csrf(Section.TENANTS), company, email, problems);
    }

    private Company company(UUID id) {
        return companies
                .find(console.person(), id)
                .filter(found -> !found.isDisabled())
                .orElseThrow(NotFoundException::new);
    }
}
