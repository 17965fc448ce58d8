package com.siacapp.console.boundary;

import com.siacapp.clients.boundary.CompanyClients;
import com.siacapp.clients.boundary.CompanyClients.WithSecret;
import com.siacapp.clients.control.KeyRules;
import com.siacapp.clients.entity.Client;
import com.siacapp.console.control.Console;
import com.siacapp.console.entity.ClientDraft;
import com.siacapp.console.entity.ClientKeysPage;
import com.siacapp.console.entity.ClientsPage;
import com.siacapp.console.entity.ConfirmPage.Question;
import com.siacapp.console.entity.NewClientPage;
import com.siacapp.console.entity.NewServicePage;
import com.siacapp.console.entity.OncePage;
import com.siacapp.grants.boundary.CompanyConnections;
import com.siacapp.keys.entity.Secret;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Notice;
import com.siacapp.pages.entity.Section;
import com.siacapp.serviceaccounts.boundary.ServiceAccounts;
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
import org.jspecify.annotations.Nullable;

/** The clients a company uses, and those it registers for its own people. */
@ApplicationScoped
@Path("admin/clients")
@PartOf(Section.CLIENTS)
public class ClientsResource {

    private static final String PATH = Section.CLIENTS.path();
    private static final String KEYS = "{client: [0-9a-f-]{36}}/keys";
    private static final String ACT = "{client: [0-9a-f-]{36}}/{act: disable|enable|delete|rotate-secret}";

    @Inject
    Console console;

    @Inject
    CompanyClients clients;

    @Inject
    CompanyConnections apps;

    @Inject
    ServiceAccounts services;

    @GET
    public Response list() {
        var by = console.person();
        return console.show(new ClientsPage(
                console.frame(Section.CLIENTS),
                clients.list(by).stream().map(ClientsPage.Own::of).toList(),
                ClientsPage.Used.of(apps.list(by)),
                services.list(by.id())));
    }

    @GET
    @Path("new")
    public Response form() {
        return console.show(form(ClientDraft.EMPTY, List.of()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("redirect_uris") @DefaultValue("") String redirectUris,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("jwks") @DefaultValue("") String jwks,
            @FormParam("scope") List<String> scopes,
            @FormParam("devices") @Nullable String devices) {
        console.requireOurs(Section.CLIENTS, csrf);
        var draft = new ClientDraft(
                name,
                redirectUris,
                ClientDraft.Kind.named(kind),
                jwks,
                KeyRules.pasted(jwks),
                NewServicePage.ticked(scopes),
                devices != null);
        var problems = draft.problems();
        return problems.isEmpty()
                ? once(clients.create(console.person(), draft.metadata()))
                : console.show(400, form(draft, problems));
    }

    @GET
    @Path(KEYS)
    public Response keys(@PathParam("client") String id) {
        return console.show(keys(client(id), "", false));
    }

    @POST
    @Path(KEYS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replaceKeys(
            @PathParam("client") String id,
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("jwks") @DefaultValue("") String jwks) {
        console.requireOurs(Section.CLIENTS, csrf);
        return KeyRules.pasted(jwks)
                .map(keys -> answer(clients.replaceKeys(console.person(), id, keys), Notice.KEYS_REPLACED))
                .orElseGet(() -> console.show(400, keys(client(id), jwks, true)));
    }

    @GET
    @Path(ACT)
    public Response ask(@PathParam("client") String id, @PathParam("act") String act) {
        return console.confirm(Section.CLIENTS, question(act), client(id).name(), PATH);
    }

    @POST
    @Path(ACT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(
            @PathParam("client") String id, @PathParam("act") String act, @FormParam("csrf") @Nullable String csrf) {
        console.requireOurs(Section.CLIENTS, csrf);
        var by = console.person();
        return switch (question(act)) {
            case DISABLE_CLIENT -> answer(clients.disable(by, id), Notice.CLIENT_DISABLED);
            case ENABLE_CLIENT -> answer(clients.enable(by, id), Notice.CLIENT_ENABLED);
            case DELETE_CLIENT -> answer(clients.delete(by, id), Notice.CLIENT_DELETED);
            default -> once(clients.rotateSecret(by, id).orElseThrow(NotFoundException::new));
        };
    }

    private Response answer(boolean isDone, Notice notice) {
        if (!isDone) {
            throw new NotFoundException();
        }
        return console.goTo(PATH, notice);
    }

    private Response once(WithSecret made) {
        return console.show(new OncePage(
                console.frame(Section.CLIENTS),
                OncePage.Kind.CLIENT,
                new DisplayName(made.client().name()),
                made.client().id(),
                made.secret().map(Secret::value).orElse(""),
                List.of(),
                PATH));
    }

    private ClientKeysPage keys(Client client, String jwks, boolean isRefused) {
        return new ClientKeysPage(
                console.frame(Section.CLIENTS),
                console.csrf(Section.CLIENTS),
                PATH + "/" + client.id() + "/keys",
                new DisplayName(client.name()),
                jwks,
                isRefused,
                PATH);
    }

    private NewClientPage form(ClientDraft draft, List<ClientDraft.Problem> problems) {
        return new NewClientPage(console.frame(Section.CLIENTS), console.csrf(Section.CLIENTS), draft, problems);
    }

    private Client client(String id) {
        return clients.find(console.person(), id).orElseThrow(NotFoundException::new);
    }

    private static Question question(String act) {
        return switch (act) {
            case "disable" -> Question.DISABLE_CLIENT;
            case "enable" -> Question.ENABLE_CLIENT;
            case "delete" -> Question.DELETE_CLIENT;
            default -> Question.ROTATE_CLIENT_SECRET;
        };
    }
}
