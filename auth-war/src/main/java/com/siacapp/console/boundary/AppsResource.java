package com.siacapp.console.boundary;

import com.siacapp.console.control.Console;
import com.siacapp.console.entity.AppsPage;
import com.siacapp.console.entity.ConfirmPage.Question;
import com.siacapp.console.entity.ConnectionRow;
import com.siacapp.grants.boundary.CompanyConnections;
import com.siacapp.grants.entity.Connection;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What apps may do in the name of a company's people, and ending it. */
@ApplicationScoped
@Path("admin/apps")
@PartOf(Section.APPS)
public class AppsResource {

    private static final String PATH = Section.APPS.path();

    @Inject
    Console console;

    @Inject
    CompanyConnections apps;

    @GET
    public Response list() {
        var connections = apps.list(console.person());
        return console.show(new AppsPage(
                console.frame(Section.APPS),
                connections.stream().map(ConnectionRow::of).toList(),
                connections.size() == CompanyConnections.MOST));
    }

    @GET
    @Path("{grant: [0-9a-f-]{36}}/disconnect")
    public Response ask(@PathParam("grant") UUID grant) {
        var connection = apps.find(console.person(), grant).orElseThrow(NotFoundException::new);
        return console.confirm(
                Section.APPS, Question.DISCONNECT_APP, connection.clientName() + " · " + connection.person(), PATH);
    }

    @POST
    @Path("{grant: [0-9a-f-]{36}}/disconnect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response disconnect(@PathParam("grant") UUID grant, @FormParam("csrf") @Nullable String csrf) {
        console.requireOurs(Section.APPS, csrf);
        if (!apps.disconnect(console.person(), grant)) {
            throw new NotFoundException();
        }
        return console.goTo(PATH, Notice.CONNECTION_ENDED);
    }

    /** A client's id may be an address, so it travels as a parameter. */
    @GET
    @Path("disconnect-all")
    public Response askAll(@QueryParam("client") @DefaultValue("") String client) {
        return console.confirm(
                Section.APPS, Question.DISCONNECT_CLIENT, oneOf(client).clientName(), PATH);
    }

    @POST
    @Path("disconnect-all")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response disconnectAll(
            @QueryParam("client") @DefaultValue("") String client, @FormParam("csrf") @Nullable String csrf) {
        console.requireOurs(Section.APPS, csrf);
        apps.disconnectAll(console.person(), oneOf(client).clientId());
        return console.goTo(PATH, Notice.CONNECTION_ENDED);
    }

    private Connection oneOf(String client) {
        return apps.list(console.person()).stream()
                .filter(connection -> connection.clientId().equals(client))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
