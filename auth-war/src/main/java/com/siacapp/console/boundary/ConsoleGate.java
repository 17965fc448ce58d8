package com.siacapp.console.boundary;

import com.siacapp.console.control.Console;
import com.siacapp.pages.entity.Section;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/**
 * Who comes to an address under {@code /admin}. It goes by the resource that will answer, not by the address as it was
 * written, which has many spellings. Whoever may not gets the answer of an address that does not exist.
 */
@Provider
public class ConsoleGate implements ContainerRequestFilter {

    @Inject
    Console console;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var type = resource.getResourceClass();
        var path = type.getAnnotation(Path.class);
        if (path == null || !(path.value() + "/").startsWith("admin/")) {
            return;
        }
        // A resource that forgot to say whose it is, is nobody's.
        var part = type.getAnnotation(PartOf.class);
        var sections = part == null ? new Section[0] : part.value();
        var person = console.person();
        if (Arrays.stream(sections).noneMatch(section -> section.isOpenTo(person.role(), person.isOperator()))) {
            throw new NotFoundException();
        }
    }
}
