package com.siacapp.pages.control;

import static com.siacapp.grants.entity.Scope.CAMPAIGNS_READ;
import static com.siacapp.grants.entity.Scope.CAMPAIGNS_SEND;
import static com.siacapp.grants.entity.Scope.EMAIL;
import static com.siacapp.grants.entity.Scope.FULL_ACCESS;
import static com.siacapp.grants.entity.Scope.OFFLINE_ACCESS;
import static com.siacapp.grants.entity.Scope.OPENID;
import static com.siacapp.grants.entity.Scope.PROFILE;
import static com.siacapp.grants.entity.Scope.TEMPLATES_READ;
import static com.siacapp.grants.entity.Scope.TEMPLATES_SUBMIT;
import static com.siacapp.grants.entity.Scope.TEMPLATES_WRITE;

import com.siacapp.grants.entity.Scope;
import com.siacapp.pages.entity.AskingApp;
import com.siacapp.pages.entity.ConsentPage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.ErrorPage;
import com.siacapp.pages.entity.HomePage;
import com.siacapp.pages.entity.Lifetime;
import com.siacapp.pages.entity.LogoutPage;
import com.siacapp.pages.entity.Page;
import com.siacapp.pages.entity.PageAddress;
import com.siacapp.pages.entity.Person;
import com.siacapp.pages.entity.ReturnPage;
import com.siacapp.pages.entity.SignInPage;
import com.siacapp.pages.entity.SignedInPage;
import com.siacapp.pages.entity.SignedOutPage;
import com.siacapp.pages.entity.UserCodePage;
import com.siacapp.pages.entity.UserCodeResultPage;
import com.siacapp.users.entity.Role;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Every page in every state a template distinguishes, with a cast of hostile and friendly apps. */
final class SamplePages {

    static final PageAddress ADDRESS =
            PageAddress.of(URI.create("http://localhost:8080/oauth/authorize?client_id=a%26b&state=x"));
    static final Person ANA = new Person("Ana Quispe", "ana.quispe@andina.example", "Cafés Andina S.A.C.");
    static final AskingApp CHATGPT = AskingApp.verified(
            new DisplayName("ChatGPT"),
            "chatgpt.com",
            URI.create("https://chatgpt.com/connector_platform_oauth_redirect"));
    static final AskingApp INTRANET = AskingApp.companysOwn(
            new DisplayName("Intranet"), URI.create("https://intranet.andina.example/oauth/callback"));

    static final AskingApp INSPECTOR =
            AskingApp.unverified(new DisplayName("MCP Inspector"), URI.create("http://127.0.0.1:6274/oauth/callback"));
    static final Set<Scope> TEMPLATE_WORK =
            Set.of(OPENID, PROFILE, EMAIL, OFFLINE_ACCESS, TEMPLATES_READ, TEMPLATES_WRITE, TEMPLATES_SUBMIT);

    private SamplePages() {}

    static Map<String, Page> all() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("home", new HomePage(ADDRESS, URI.create("https://api.siac-app.com/mcp"), "/sign-in"));
        pages.put("home-local", new HomePage(ADDRESS, URI.create("http://localhost:8080/mcp"), "/sign-in"));
        pages.put("sign-in", new SignInPage(ADDRESS, "/sign-in", "token", DisplayName.NONE, "", false, 0));
        pages.put("sign-in-app", signIn(CHATGPT.name(), false));
        pages.put("sign-in-refused", signIn(CHATGPT.name(), true));
        pages.put("sign-in-wait", new SignInPage(ADDRESS, "/sign-in", "token", CHATGPT.name(), ANA.email(), false, 8));
        pages.put(
                "sign-in-long-wait",
                new SignInPage(ADDRESS, "/sign-in", "token", DisplayName.NONE, ANA.email(), false, 290));
        pages.put("sign-in-hostile", signIn(hostile(), false));
        pages.put("signed-in", new SignedInPage(ADDRESS, ANA, "/sign-out", "token"));
        pages.put("signed-out", new SignedOutPage(ADDRESS, "/sign-in", null));
        pages.put(
                "signed-out-back",
                new SignedOutPage(ADDRESS, "/sign-in", URI.create("https://app.example/bye?state=x")));
        pages.put("logout", new LogoutPage(ADDRESS, "/oauth/logout", "token", CHATGPT.name(), ANA));
        pages.put("logout-unnamed", new LogoutPage(ADDRESS, "/oauth/logout", "token", DisplayName.NONE, ANA));
        pages.put("return", returnTo(INSPECTOR));
        pages.put("return-hostile", returnTo(withName(hostile())));
        pages.put("consent", consent(CHATGPT, Role.AUTHOR, TEMPLATE_WORK));
        pages.put("consent-role", consent(CHATGPT, Role.AUTHOR, plus(TEMPLATE_WORK, CAMPAIGNS_READ, CAMPAIGNS_SEND)));
        pages.put("consent-full", consent(CHATGPT, Role.ADMINISTRATOR, Set.of(OPENID, FULL_ACCESS)));
        pages.put("consent-unverified", consent(INSPECTOR, Role.VIEWER, Set.of(OPENID, TEMPLATES_READ)));
        pages.put("consent-companys-own", consent(INTRANET, Role.VIEWER, Set.of(OPENID, TEMPLATES_READ)));
        pages.put("consent-viewer-full", consent(INSPECTOR, Role.VIEWER, Set.of(FULL_ACCESS)));
        pages.put("consent-nothing", consent(unnamed(), Role.VIEWER, Set.of(TEMPLATES_WRITE)));
        pages.put("consent-hostile", consent(withName(hostile()), Role.OPERATOR, TEMPLATE_WORK));
        pages.put("consent-device", consent(INSPECTOR, Role.AUTHOR, TEMPLATE_WORK, "WDJB-MJHT"));
        pages.put("user-code", new UserCodePage(ADDRESS, "/device", "token", "", false));
        pages.put("user-code-given", new UserCodePage(ADDRESS, "/device", "token", "WDJB-MJHT", false));
        pages.put("user-code-refused", new UserCodePage(ADDRESS, "/device", "token", "WDJB-MJHT", true));
        Arrays.stream(UserCodeResultPage.Outcome.values())
                .forEach(outcome -> pages.put("user-code-" + outcome, new UserCodeResultPage(ADDRESS, outcome)));
        SampleAccount.addTo(pages);
        Arrays.stream(ErrorPage.Problem.values())
                .forEach(problem -> pages.put("error-" + problem, new ErrorPage(ADDRESS, problem, "7f3a-91c2")));
        pages.putAll(SampleConsolePages.all());
        return pages;
    }

    static SignInPage signIn(DisplayName app, boolean refused) {
        return new SignInPage(ADDRESS, "/sign-in", "token", app, ANA.email(), refused, 0);
    }

    static ConsentPage consent(AskingApp app, Role role, Set<Scope> asked) {
        return consent(app, role, asked, "");
    }

    static ConsentPage consent(AskingApp app, Role role, Set<Scope> asked, String userCode) {
        var resource = URI.create("https://api.siac-app.com/mcp");
        return new ConsentPage(
                ADDRESS,
                "/oauth/consent",
                "token",
                false,
                app,
                ANA,
                role,
                resource,
                asked,
                new Lifetime(Duration.ofMinutes(10), true, Duration.ofDays(30), Duration.ofDays(180)),
                userCode);
    }

    private static ReturnPage returnTo(AskingApp app) {
        var back = URI.create(app.redirect() + "?error=invalid_scope&state=%22%3E%3Cscript%3E");
        return new ReturnPage(ADDRESS, app, back, "invalid_scope");
    }

    static AskingApp withName(DisplayName name) {
        return AskingApp.unverified(name, URI.create("https://evil.example/callback"));
    }

    private static AskingApp unnamed() {
        return AskingApp.unverified(DisplayName.NONE, URI.create("cursor://anysphere.cursor-retrieval/oauth/callback"));
    }

    static DisplayName hostile() {
        return new DisplayName("<script>alert(1)</script>\"'><b>\u202EGPTtahC " + "W".repeat(500));
    }

    private static Set<Scope> plus(Set<Scope> some, Scope... more) {
        var all = new HashSet<>(some);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
