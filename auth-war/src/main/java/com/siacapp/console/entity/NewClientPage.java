package com.siacapp.console.entity;

import com.siacapp.grants.entity.Scope;
import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import java.util.List;

/**
 * The form for a client of the company's own. Posts {@code name}, {@code redirect_uris}, {@code kind}, {@code jwks}, any
 * number of {@code scope}, perhaps {@code devices}, and {@code csrf}.
 */
public record NewClientPage(Frame frame, String csrf, ClientDraft draft, List<ClientDraft.Problem> problems)
        implements ConsolePage {

    public NewClientPage {
        problems = List.copyOf(problems);
    }

    @Override
    public String template() {
        return "console-new-client";
    }

    public List<ClientDraft.Kind> kinds() {
        return List.of(ClientDraft.Kind.values());
    }

    public List<Scope> scopes() {
        return NewServicePage.offered();
    }
}
