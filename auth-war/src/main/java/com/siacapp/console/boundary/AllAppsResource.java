package com.siacapp.console.boundary;

import com.siacapp.clients.boundary.InstallationClients;
import com.siacapp.clients.entity.BlockReason;
import com.siacapp.console.control.Console;
import com.siacapp.console.entity.AllAppsPage;
import com.siacapp.console.entity.BlockPage;
import com.siacapp.console.entity.ConfirmPage.Question;
import com.siacapp.grants.boundary.InstallationConnections;
import com.siacapp.grants.entity.ConnectedClient;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The apps of the whole installation, for the operator, who may block them. A client's id may be an address, so it
 * travels as a parameter.
 */
@ApplicationScoped
@Path("admin/all-apps")
@PartOf(Section.ALL_APPS)
public class AllAppsResource {

    private static final String PATH = Section.ALL_APPS.path();

    @Inject
    Console console;

    @Inject
    InstallationConnections apps;

    @Inject
    InstallationClients clients;

    @GET
    public Response list(@QueryParam("search") @DefaultValue("") String typed) {
        var found = apps.list(console.person(), printable(typed));
        return console.show(new AllAppsPage(
                console.frame(Section.ALL_APPS),
                typed,
                found.stream().map(AllAppsPage.Row::of).toList(),
                found.size() == InstallationConnections.MOST));
    }

    @GET
    @Path("block")
    public Response askToBlock(@QueryParam("client") @DefaultValue("") String id) {
        return console.show(question(enabled(id), "", false));
    }

    @POST
    @Path("block")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response block(
            @QueryParam("client") @DefaultValue("") String id,
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("reason") @DefaultValue("") String typed) {
        console.requireOurs(Section.ALL_APPS, csrf);
        var client = enabled(id);
        var reason = BlockReason.typed(typed);
        if (reason.isEmpty()) {
            return console.show(400, question(client, typed, true));
        }
        return answer(clients.block(console.person(), client.id(), reason.get()), Notice.CLIENT_BLOCKED);
    }

    @GET
    @Path("unblock")
    public Response askToUnblock(@QueryParam("client") @DefaultValue("") String id) {
        return console.confirm(
                Section.ALL_APPS, Question.UNBLOCK_CLIENT, blocked(id).name(), PATH);
    }

    @POST
    @Path("unblock")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response unblock(
            @QueryParam("client") @DefaultValue("") String id, @FormParam("csrf") @Nullable String csrf) {
        console.requireOurs(Section.ALL_APPS, csrf);
        return answer(clients.unblock(console.person(), blocked(id).id()), Notice.CLIENT_UNBLOCKED);
    }

    private Response answer(boolean isDone, Notice notice) {
        if (!isDone) {
            throw new NotFoundException();
        }
        return console.goTo(PATH, notice);
    }

    private BlockPage question(ConnectedClient client, String typed, boolean isRefused) {
        return BlockPage.of(console.frame(Section.ALL_APPS), console.csrf(Section.ALL_APPS), client, typed, isRefused);
    }

    private ConnectedClient enabled(String id) {
        return client(id).filter(found -> found.blockedFor().isEmpty()).orElseThrow(NotFoundException::new);
    }

    private ConnectedClient blocked(String id) {
        return client(id).filter(found -> found.blockedFor().isPresent()).orElseThrow(NotFoundException::new);
    }

    private Optional<ConnectedClient> client(String id) {
        return apps.find(console.person(), printable(id));
    }

    /** Nothing of ours holds control characters, and PostgreSQL takes no U+0000. */
    private static String printable(String typed) {
        return typed.replaceAll("\\p{Cntrl}", "").strip();
    }
}
