package com.siacapp.console.boundary;

import com.siacapp.console.control.Console;
import com.siacapp.console.entity.ConfirmPage.Question;
import com.siacapp.console.entity.KeysPage;
import com.siacapp.keys.boundary.KeyRotation;
import com.siacapp.keys.entity.KeyState;
import com.siacapp.keys.entity.KeySummary;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that sign tokens, for the operator: to see, to replace before their time, to refuse at once. */
@ApplicationScoped
@Path("admin/keys")
@PartOf(Section.KEYS)
public class KeysResource {

    private static final String PATH = Section.KEYS.path();

    @Inject
    Console console;

    @Inject
    KeyRotation keys;

    @GET
    public Response list() {
        return console.show(KeysPage.of(console.frame(Section.KEYS), all()));
    }

    @GET
    @Path("rotate")
    public Response askToRotate() {
        return console.confirm(Section.KEYS, Question.ROTATE_KEYS, "", PATH);
    }

    @POST
    @Path("rotate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rotate(@FormParam("csrf") @Nullable String csrf) {
        console.requireOurs(Section.KEYS, csrf);
        return console.goTo(PATH, keys.rotate(console.person().id()) ? Notice.KEYS_ROTATED : Notice.KEYS_WAIT);
    }

    @GET
    @Path("retire")
    public Response askToRetire(@QueryParam("key") @DefaultValue("") String id) {
        return console.confirm(Section.KEYS, Question.RETIRE_KEY, inUse(id).id(), PATH);
    }

    @POST
    @Path("retire")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retire(@QueryParam("key") @DefaultValue("") String id, @FormParam("csrf") @Nullable String csrf) {
        console.requireOurs(Section.KEYS, csrf);
        if (!keys.retire(inUse(id).id(), console.person().id())) {
            throw new NotFoundException();
        }
        return console.goTo(PATH, Notice.KEY_RETIRED);
    }

    private KeySummary inUse(String id) {
        return all().stream()
                .filter(key -> key.id().equals(id) && key.state() != KeyState.RETIRED)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private List<KeySummary> all() {
        return keys.all(console.person().id());
    }
}
