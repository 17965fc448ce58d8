package com.siacapp.console.boundary;

import com.siacapp.console.control.Console;
import com.siacapp.console.entity.ConfirmPage.Question;
import com.siacapp.console.entity.IdentityPage;
import com.siacapp.identityproviders.boundary.IdentityProviders;
import com.siacapp.identityproviders.entity.IdentityProvider;
import com.siacapp.identityproviders.entity.ProviderDraft;
import com.siacapp.identityproviders.entity.ProviderDraft.Problem;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.pages.entity.Notice;
import com.siacapp.pages.entity.Section;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The company's own identity provider: whose word about the company's people is taken. */
@ApplicationScoped
@Path("admin/identity")
@PartOf(Section.IDENTITY)
public class IdentityResource {

    private static final String PATH = Section.IDENTITY.path();

    @Inject
    Console console;

    @Inject
    IdentityProviders providers;

    @Inject
    Installation installation;

    @GET
    public Response show() {
        return page(200, ProviderDraft.EMPTY, Set.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("issuer") @DefaultValue("") String issuer,
            @FormParam("tenant") @DefaultValue("") String tenant,
            @FormParam("jwks") @DefaultValue("") String jwks,
            @FormParam("jwks_uri") @DefaultValue("") String jwksUri) {
        console.requireOurs(Section.IDENTITY, csrf);
        var draft = new ProviderDraft(issuer, tenant, jwks, jwksUri);
        var problems = providers.set(console.person(), draft);
        return problems.isEmpty() ? console.goTo(PATH, Notice.IDENTITY_PROVIDER_SAVED) : page(400, draft, problems);
    }

    @GET
    @Path("remove")
    public Response ask() {
        var issuer = current().map(IdentityProvider::issuer).orElse("");
        return console.confirm(Section.IDENTITY, Question.REMOVE_IDENTITY_PROVIDER, issuer, PATH);
    }

    @POST
    @Path("remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@FormParam("csrf") @Nullable String csrf) {
        console.requireOurs(Section.IDENTITY, csrf);
        if (!providers.remove(console.person())) {
            throw new NotFoundException();
        }
        return console.goTo(PATH, Notice.IDENTITY_PROVIDER_REMOVED);
    }

    private Response page(int status, ProviderDraft draft, Set<Problem> problems) {
        var current = current();
        return console.show(
                status,
                new IdentityPage(
                        console.frame(Section.IDENTITY),
                        console.csrf(Section.IDENTITY),
                        current.map(IdentityProvider::issuer).orElse(""),
                        current.flatMap(IdentityProvider::issuerTenant).orElse(""),
                        installation.issuer().toString(),
                        installation.resource().toString(),
                        console.person().tenant().toString(),
                        draft,
                        problems));
    }

    private Optional<IdentityProvider> current() {
        return providers.find(console.person());
    }
}
