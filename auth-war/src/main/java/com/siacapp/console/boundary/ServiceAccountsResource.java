package com.siacapp.console.boundary;

import com.siacapp.clients.control.KeyRules;
import com.siacapp.clients.entity.ClientMetadata.Keys;
import com.siacapp.console.control.Console;
import com.siacapp.console.entity.ClientKeysPage;
import com.siacapp.console.entity.ConfirmPage.Question;
import com.siacapp.console.entity.NewServicePage;
import com.siacapp.console.entity.NewServicePage.Problem;
import com.siacapp.console.entity.OncePage;
import com.siacapp.keys.entity.Secret;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Notice;
import com.siacapp.pages.entity.Section;
import com.siacapp.serviceaccounts.boundary.ServiceAccounts;
import com.siacapp.serviceaccounts.boundary.ServiceAccounts.WithSecret;
import com.siacapp.serviceaccounts.entity.ServiceAccountSummary;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company's programs that act by themselves. They are listed with the clients. */
@ApplicationScoped
@Path("admin/clients/services")
@PartOf(Section.CLIENTS)
public class ServiceAccountsResource {

    private static final String BACK = Section.CLIENTS.path();
    private static final String KEYS = "{account: [0-9a-f-]{36}}/keys";
    private static final String ACT = "{account: [0-9a-f-]{36}}/{act: disable|enable|delete|rotate-secret}";

    @Inject
    Console console;

    @Inject
    ServiceAccounts services;

    @GET
    @Path("new")
    public Response form() {
        return console.show(form("", "", List.of()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("name") @DefaultValue("") String typedName,
            @FormParam("role") @Nullable String role,
            @FormParam("scope") List<String> typedScopes,
            @FormParam("jwks") @DefaultValue("") String jwks) {
        console.requireOurs(Section.CLIENTS, csrf);
        var name = new DisplayName(typedName);
        var scopes = NewServicePage.ticked(typedScopes);
        if (name.isUnknown() || scopes.isEmpty()) {
            return console.show(400, form(name.value(), jwks, List.of(Problem.INCOMPLETE)));
        }
        var keys = jwks.isBlank() ? Optional.of(Keys.NONE) : KeyRules.pasted(jwks);
        if (keys.isEmpty()) {
            return console.show(400, form(name.value(), jwks, List.of(Problem.KEYS)));
        }
        return once(
                services.create(console.person().id(), name.value(), PersonResource.role(role), scopes, keys.get()));
    }

    @GET
    @Path(KEYS)
    public Response keys(@PathParam("account") UUID id) {
        return console.show(keys(account(id), "", false));
    }

    @POST
    @Path(KEYS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replaceKeys(
            @PathParam("account") UUID id,
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("jwks") @DefaultValue("") String jwks) {
        console.requireOurs(Section.CLIENTS, csrf);
        var by = console.person().id();
        return KeyRules.pasted(jwks)
                .map(keys -> answer(services.replaceKeys(by, id, keys).isPresent(), Notice.KEYS_REPLACED))
                .orElseGet(() -> console.show(400, keys(account(id), jwks, true)));
    }

    @GET
    @Path(ACT)
    public Response ask(@PathParam("account") UUID id, @PathParam("act") String act) {
        return console.confirm(Section.CLIENTS, question(act), account(id).name(), BACK);
    }

    @POST
    @Path(ACT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(
            @PathParam("account") UUID id, @PathParam("act") String act, @FormParam("csrf") @Nullable String csrf) {
        console.requireOurs(Section.CLIENTS, csrf);
        var by = console.person().id();
        return switch (question(act)) {
            case DISABLE_SERVICE -> answer(services.disable(by, id).isPresent(), Notice.SERVICE_DISABLED);
            case ENABLE_SERVICE -> answer(services.enable(by, id).isPresent(), Notice.SERVICE_ENABLED);
            case DELETE_SERVICE -> answer(services.delete(by, id), Notice.SERVICE_DELETED);
            default -> once(services.rotateSecret(by, id).orElseThrow(NotFoundException::new));
        };
    }

    private Response answer(boolean isDone, Notice notice) {
        if (!isDone) {
            throw new NotFoundException();
        }
        return console.goTo(BACK, notice);
    }

    private Response once(WithSecret made) {
        return console.show(new OncePage(
                console.frame(Section.CLIENTS),
                OncePage.Kind.SERVICE,
                new DisplayName(made.account().name()),
                made.account().clientId(),
                made.secret().map(Secret::value).orElse(""),
                List.of(),
                BACK));
    }

    private NewServicePage form(String name, String jwks, List<Problem> problems) {
        return new NewServicePage(console.frame(Section.CLIENTS), console.csrf(Section.CLIENTS), name, jwks, problems);
    }

    private ClientKeysPage keys(ServiceAccountSummary account, String jwks, boolean isRefused) {
        return new ClientKeysPage(
                console.frame(Section.CLIENTS),
                console.csrf(Section.CLIENTS),
                BACK + "/services/" + account.id() + "/keys",
                new DisplayName(account.name()),
                jwks,
                isRefused,
                BACK);
    }

    private ServiceAccountSummary account(UUID id) {
        return services.list(console.person().id()).stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static Question question(String act) {
        return switch (act) {
            case "disable" -> Question.DISABLE_SERVICE;
            case "enable" -> Question.ENABLE_SERVICE;
            case "delete" -> Question.DELETE_SERVICE;
            default -> Question.ROTATE_SERVICE_SECRET;
        };
    }
}
