package com.siacapp.console.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.AuditLine;
import com.siacapp.console.control.AuditExport;
import com.siacapp.console.control.Console;
import com.siacapp.console.entity.AuditPage;
import com.siacapp.console.entity.AuditQuestion;
import com.siacapp.pages.entity.Section;
import com.siacapp.users.boundary.People;
import com.siacapp.users.entity.SignedInUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;

/** The audit log of a company, and for the operator that of the installation: to read and to take away. */
@ApplicationScoped
@Path("admin/audit")
@PartOf(Section.AUDIT)
public class AuditResource {

    private static final String PATH = Section.AUDIT.path();
    private static final int LINES_OF_A_PAGE = 50;

    @Inject
    Console console;

    @Inject
    AuditLog log;

    @Inject
    AuditExport export;

    @Inject
    People people;

    @GET
    public Response read(@Context UriInfo address) {
        var by = console.person();
        var question = question(by, address);
        var lines = log.newest(question.filter(by.tenant()), LINES_OF_A_PAGE + 1);
        var shown = lines.subList(0, Math.min(lines.size(), LINES_OF_A_PAGE));
        return console.show(new AuditPage(
                console.frame(Section.AUDIT),
                question,
                shown.stream().map(AuditPage.Row::of).toList(),
                people.names(by),
                lines.size() > shown.size() ? older(question, shown) : "",
                PATH + "/export.csv?" + question.query(),
                question.isAboutInstallation(),
                by.isOperator()));
    }

    @GET
    @Path("export.csv")
    public Response export(@Context UriInfo address) {
        var by = console.person();
        var question = question(by, address);
        var taken = AuditEvent.of(AuditEventType.AUDIT_LOG_EXPORTED).user(by.id());
        log.record(question.isAboutInstallation() ? taken : taken.tenant(by.tenant()));
        StreamingOutput lines = output -> export.write(question.filter(by.tenant()), output);
        return Response.ok(lines, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"siac-audit.csv\"")
                .build();
    }

    private AuditQuestion question(SignedInUser by, UriInfo address) {
        var fields = new HashMap<String, String>();
        address.getQueryParameters().forEach((name, values) -> fields.put(name, values.get(0)));
        var question = new AuditQuestion(fields);
        if (question.isAboutInstallation() && !by.isOperator()) {
            throw new NotFoundException();
        }
        return question;
    }

    private static String older(AuditQuestion question, List<AuditLine> shown) {
        var query = question.query();
        return PATH + "?" + query + (query.isEmpty() ? "" : "&") + AuditQuestion.BEFORE + "="
                + shown.get(shown.size() - 1).id();
    }
}
