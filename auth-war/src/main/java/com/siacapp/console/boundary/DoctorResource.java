package com.siacapp.console.boundary;

import com.siacapp.console.control.Console;
import com.siacapp.console.entity.DoctorPage;
import com.siacapp.doctor.boundary.OperatorsDoctor;
import com.siacapp.doctor.entity.Examination;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.pages.entity.Section;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connection doctor, for the operator: only a form of our own makes the server call the address in it. */
@ApplicationScoped
@Path("admin/doctor")
@PartOf(Section.DOCTOR)
public class DoctorResource {

    @Inject
    Console console;

    @Inject
    OperatorsDoctor doctor;

    @Inject
    Installation installation;

    @GET
    public Response form() {
        return show(installation.resource().toString(), List.of());
    }

    /** Nothing is stored, so that the report is the answer itself. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response examine(
            @FormParam("csrf") @Nullable String csrf, @FormParam("address") @DefaultValue("") String address) {
        console.requireOurs(Section.DOCTOR, csrf);
        var examination = doctor.examine(address.strip(), console.person());
        return show(examination.address(), List.of(examination));
    }

    private Response show(String address, List<Examination> examined) {
        return console.show(
                new DoctorPage(console.frame(Section.DOCTOR), console.csrf(Section.DOCTOR), address, examined));
    }
}
