package com.siacapp.pages.control;

import static com.siacapp.pages.control.SamplePages.ADDRESS;
import static com.siacapp.pages.control.SamplePages.ANA;
import static com.siacapp.pages.control.SamplePages.hostile;

import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.AuditLine;
import com.siacapp.clients.entity.ClientSource;
import com.siacapp.console.entity.AppsPage;
import com.siacapp.console.entity.AuditPage;
import com.siacapp.console.entity.AuditQuestion;
import com.siacapp.console.entity.ClientDraft;
import com.siacapp.console.entity.ClientDraft.Kind;
import com.siacapp.console.entity.ClientKeysPage;
import com.siacapp.console.entity.ClientsPage;
import com.siacapp.console.entity.ConfirmPage;
import com.siacapp.console.entity.ConnectionRow;
import com.siacapp.console.entity.DoctorPage;
import com.siacapp.console.entity.IdentityPage;
import com.siacapp.console.entity.NewClientPage;
import com.siacapp.console.entity.NewServicePage;
import com.siacapp.console.entity.OncePage;
import com.siacapp.console.entity.PeoplePage;
import com.siacapp.console.entity.PeoplePage.Waiting;
import com.siacapp.console.entity.PersonPage;
import com.siacapp.console.entity.TenantsPage;
import com.siacapp.doctor.entity.Examination;
import com.siacapp.doctor.entity.Fault;
import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Part;
import com.siacapp.doctor.entity.Step;
import com.siacapp.grants.entity.Connection;
import com.siacapp.grants.entity.Scope;
import com.siacapp.identityproviders.entity.ProviderDraft;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.Moment;
import com.siacapp.pages.entity.Notice;
import com.siacapp.pages.entity.Page;
import com.siacapp.pages.entity.Section;
import com.siacapp.serviceaccounts.entity.ServiceAccountSummary;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.Company;
import com.siacapp.users.entity.Member;
import com.siacapp.users.entity.PersonName;
import com.siacapp.users.entity.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The pages of administration in every state their templates distinguish. */
final class SampleConsolePages {

    private static final Instant NOW = Instant.parse("2026-11-22T13:05:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String CHATGPT = "https://chatgpt.com/oauth/abc/client.json";

    private SampleConsolePages() {}

    static Map<String, Page> all() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("people", people("", List.of(), invitation()));
        pages.put("people-refused", people("ana@", List.of(AccountProblem.EMAIL_UNUSABLE)));
        pages.put("person", new PersonPage(frame(Section.PEOPLE), "token", bruno(false)));
        pages.put("person-you", new PersonPage(frame(Section.PEOPLE, Notice.LAST_ADMINISTRATOR), "token", ana()));
        pages.put("person-closed", new PersonPage(frame(Section.PEOPLE, Notice.PERSON_DISABLED), "token", bruno(true)));
        var connections = List.of(
                connection(CHATGPT, "ChatGPT", ClientSource.METADATA_DOCUMENT),
                connection(ID.toString(), hostile().value(), ClientSource.DYNAMIC));
        pages.put(
                "apps",
                new AppsPage(
                        frame(Section.APPS),
                        connections.stream().map(ConnectionRow::of).toList(),
                        true));
        pages.put("apps-none", new AppsPage(frame(Section.APPS, Notice.CONNECTION_ENDED), List.of(), false));
        pages.put(
                "clients",
                new ClientsPage(
                        frame(Section.CLIENTS),
                        List.of(own(Kind.KEYS, false), own(Kind.PUBLIC, true)),
                        ClientsPage.Used.of(connections),
                        List.of(service(true), service(false))));
        pages.put("clients-none", new ClientsPage(frame(Section.CLIENTS), List.of(), List.of(), List.of()));
        pages.put("new-client", new NewClientPage(frame(Section.CLIENTS), "token", ClientDraft.EMPTY, List.of()));
        var draft = new ClientDraft(
                "<b>", "http://evil.example/", Kind.KEYS, "</textarea>", Optional.empty(), Set.of(), true);
        pages.put("new-client-refused", new NewClientPage(frame(Section.CLIENTS), "token", draft, draft.problems()));
        pages.put("new-service", new NewServicePage(frame(Section.CLIENTS), "token", "", "", List.of()));
        pages.put(
                "new-service-refused",
                new NewServicePage(
                        frame(Section.CLIENTS),
                        "token",
                        "x",
                        "</textarea>",
                        List.of(NewServicePage.Problem.INCOMPLETE, NewServicePage.Problem.KEYS)));
        var subject = new DisplayName("Intranet");
        pages.put(
                "keys",
                new ClientKeysPage(
                        frame(Section.CLIENTS), "token", "/admin/clients/x/keys", subject, "", false, "/admin"));
        pages.put(
                "keys-refused",
                new ClientKeysPage(
                        frame(Section.CLIENTS), "token", "/admin/clients/x/keys", subject, "{}", true, "/admin"));
        pages.put("identity", identity("", Set.of()));
        pages.put("identity-set", identity("https://login.andina.example", Set.of()));
        pages.put("identity-refused", identity("", Set.of(ProviderDraft.Problem.values())));
        pages.put("tenants", tenants(List.of()));
        pages.put("tenants-refused", tenants(List.of(AccountProblem.EMAIL_TAKEN)));
        pages.put("doctor", new DoctorPage(frame(Section.DOCTOR), "token", "https://api.example.com/mcp", List.of()));
        pages.put("doctor-fine", examined(Finding.of(Fault.LOCAL_ADDRESS, "localhost")));
        pages.put(
                "doctor-bad",
                examined(
                        Finding.of(Fault.RESOURCE_SLASH, "https://a.example/mcp/", "https://a.example/mcp"),
                        Finding.of(Fault.ISSUER_MISMATCH, "<script>alert(1)</script>", "https://a.example")));
        pages.put("audit", audit("/admin/audit?before=3", false));
        pages.put("audit-installation", audit("", true));
        for (var question : ConfirmPage.Question.values()) {
            pages.put(
                    "confirm-" + question,
                    new ConfirmPage(frame(Section.PEOPLE), "token", question, hostile(), "/admin/x", "/admin/people"));
        }
        for (var kind : OncePage.Kind.values()) {
            pages.put("once-" + kind, once(kind, kind == OncePage.Kind.CLIENT ? ID.toString() : "", "a-secret"));
        }
        pages.put("once-public", once(OncePage.Kind.CLIENT, ID.toString(), ""));
        return pages;
    }

    private static DoctorPage examined(Finding... findings) {
        return new DoctorPage(
                frame(Section.DOCTOR),
                "token",
                "https://a.example/mcp",
                List.of(new Examination(
                        "https://a.example/mcp",
                        List.of(
                                new Step(Part.ADDRESS, false, List.of()),
                                new Step(Part.RESOURCE_METADATA, false, List.of(findings)),
                                Step.skipped(Part.TOKEN)))));
    }

    private static Frame frame(Section current, Notice... notices) {
        return new Frame(ADDRESS, ANA, List.of(Section.values()), current, Arrays.asList(notices), "token");
    }

    private static Member ana() {
        return new Member(ID, "Ana Quispe", ANA.email(), Role.ADMINISTRATOR, false, true, true, true, NOW, 2);
    }

    private static Member bruno(boolean isDisabled) {
        return new Member(
                ID, "Bruno Huamán", "bruno.huaman@andina.example", Role.AUTHOR, isDisabled, false, false, true, NOW, 0);
    }

    private static Waiting[] invitation() {
        return new Waiting[] {new Waiting(ID, "carla@andina.example", Role.VIEWER, "Ana Quispe", new Moment(NOW))};
    }

    private static PeoplePage people(String typed, List<AccountProblem> problems, Waiting... invitations) {
        return new PeoplePage(
                frame(Section.PEOPLE),
                "token",
                List.of(ana(), bruno(false), bruno(true)),
                List.of(invitations),
                typed,
                problems);
    }

    private static Connection connection(String client, String name, ClientSource source) {
        return new Connection(
                ID,
                ID,
                "Bruno Huamán",
                client,
                name,
                source,
                Set.of(Scope.OPENID, Scope.TEMPLATES_READ, Scope.TEMPLATES_WRITE),
                NOW,
                NOW,
                NOW,
                NOW,
                true);
    }

    private static ClientsPage.Own own(Kind kind, boolean isDisabled) {
        return new ClientsPage.Own(
                ID.toString(),
                new DisplayName("Intranet"),
                kind,
                Set.of(Scope.TEMPLATES_READ),
                isDisabled,
                List.of("https://intranet.andina.example/oauth/callback"));
    }

    private static ServiceAccountSummary service(boolean isEnabled) {
        return new ServiceAccountSummary(
                ID,
                "Nightly report",
                ID.toString(),
                Role.VIEWER,
                Set.of(Scope.CAMPAIGNS_READ),
                !isEnabled,
                isEnabled,
                NOW);
    }

    private static IdentityPage identity(String current, Set<ProviderDraft.Problem> problems) {
        return new IdentityPage(
                frame(Section.IDENTITY),
                "token",
                current,
                "<b>acme</b>",
                "https://auth.siac-app.com",
                "https://api.siac-app.com/mcp",
                ID.toString(),
                new ProviderDraft("https://<b>", "<b>acme", "{\"keys\":[]}", "http://evil.example/"),
                problems);
    }

    private static TenantsPage tenants(List<AccountProblem> problems) {
        return new TenantsPage(
                frame(Section.TENANTS),
                "token",
                List.of(
                        new Company(ID, "Cafés Andina S.A.C.", false, true, 12, NOW),
                        new Company(ID, "Textiles del Sur", false, false, 3, NOW),
                        new Company(ID, "Ferretería Lima", true, false, 1, NOW)),
                "",
                "",
                problems);
    }

    private static AuditPage audit(String older, boolean isOfInstallation) {
        var lines = Arrays.stream(AuditEventType.values())
                .map(type -> new AuditLine(
                        1, NOW, type, "Ana Quispe", CHATGPT, "ChatGPT", "Bruno Huamán", "203.0.113.7", "sessions"))
                .map(AuditPage.Row::of)
                .toList();
        return new AuditPage(
                frame(Section.AUDIT),
                new AuditQuestion(isOfInstallation ? Map.of("log", "installation", "type", "SIGNED_OUT") : Map.of()),
                isOfInstallation ? List.of() : lines,
                List.of(new PersonName(ID, "Ana Quispe")),
                older,
                "/admin/audit/export.csv?",
                isOfInstallation,
                true);
    }

    private static OncePage once(OncePage.Kind kind, String clientId, String value) {
        return new OncePage(
                frame(Section.PEOPLE),
                kind,
                hostile(),
                clientId,
                value,
                clientId.isEmpty() ? List.of(new Moment(NOW)) : List.of(),
                "/admin/people");
    }
}
