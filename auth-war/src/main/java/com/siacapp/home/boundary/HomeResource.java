package com.siacapp.home.boundary;

import com.siacapp.http.control.PageResponses;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.pages.entity.HomePage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What this is and how to connect, for whoever opens the address in a browser. */
@ApplicationScoped
@Path("")
public class HomeResource {

    @Inject
    PageResponses pages;

    @Inject
    Installation installation;

    @GET
    public Response home() {
        return pages.page(200, new HomePage(pages.address(), installation.resource(), "/signin"))
                .build();
    }
}
