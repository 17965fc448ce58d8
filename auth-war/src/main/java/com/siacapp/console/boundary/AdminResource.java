package com.siacapp.console.boundary;

import com.siacapp.console.control.Console;
import com.siacapp.pages.entity.Section;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where {@code /admin} leads: to the first section of administration that is this person's. */
@ApplicationScoped
@Path("admin")
@PartOf({Section.PEOPLE, Section.TENANTS})
public class AdminResource {

    @Inject
    Console console;

    @GET
    public Response start() {
        var person = console.person();
        var first = Section.openTo(person.role(), person.isOperator()).stream()
                .filter(section -> section != Section.ACCOUNT)
                .findFirst()
                .orElseThrow();
        return Response.seeOther(URI.create(first.path())).build();
    }
}
