package com.siacapp.console.boundary;

import com.siacapp.console.control.Console;
import com.siacapp.console.entity.ConfirmPage.Question;
import com.siacapp.console.entity.OncePage;
import com.siacapp.console.entity.TenantsPage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Moment;
import com.siacapp.pages.entity.Notice;
import com.siacapp.pages.entity.Section;
import com.siacapp.users.boundary.Companies;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.AccountRefusal;
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

/** The companies of the installation, for its operator. */
@ApplicationScoped
@Path("admin/tenants")
@PartOf(Section.TENANTS)
public class TenantsResource {

    private static final String PATH = Section.TENANTS.path();
    private static final String ACT = "{company: [0-9a-f-]{36}}/{act: disable|enable}";

    @Inject
    Console console;

    @Inject
    Companies companies;

    @GET
    public Response list() {
        return console.show(page("", "", List.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("company") @DefaultValue("") String company,
            @FormParam("email") @DefaultValue("") String email) {
        console.requireOurs(Section.TENANTS, csrf);
        var name = new DisplayName(company);
        try {
            var link = companies.create(console.person(), name.value(), email);
            return console.show(new OncePage(
                    console.frame(Section.TENANTS),
                    OncePage.Kind.FIRST_ADMINISTRATOR,
                    name,
                    "",
                    console.absolute(link.path()),
                    List.of(new Moment(link.expiresAt())),
                    PATH));
        } catch (AccountRefusal refused) {
            return console.show(400, page(company, email, List.copyOf(refused.problems())));
        }
    }

    @GET
    @Path(ACT)
    public Response ask(@PathParam("company") UUID id, @PathParam("act") String act) {
        var company = companies.find(console.person(), id).orElseThrow(NotFoundException::new);
        return console.confirm(Section.TENANTS, question(act), company.name(), PATH);
    }

    @POST
    @Path(ACT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(
            @PathParam("company") UUID id, @PathParam("act") String act, @FormParam("csrf") @Nullable String csrf) {
        console.requireOurs(Section.TENANTS, csrf);
        var isEnding = question(act) == Question.DISABLE_TENANT;
        var isDone = isEnding ? companies.disable(console.person(), id) : companies.enable(console.person(), id);
        if (!isDone) {
            throw new NotFoundException();
        }
        return console.goTo(PATH, isEnding ? Notice.TENANT_DISABLED : Notice.TENANT_ENABLED);
    }

    private TenantsPage page(String company, String email, List<AccountProblem> problems) {
        return new TenantsPage(
                console.frame(Section.TENANTS),
                console.csrf(Section.TENANTS),
                companies.list(console.person()),
                company,
                email,
                problems);
    }

    private static Question question(String act) {
        return act.equals("disable") ? Question.DISABLE_TENANT : Question.ENABLE_TENANT;
    }
}
