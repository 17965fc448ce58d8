package com.siacapp.console.entity;

import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import java.util.List;

/**
 * The form for a client of the company's own. Posts {@code name}, {@code redirect_uris}, {@code kind} (public or
 * confidential), perhaps {@code devices}, and {@code csrf}.
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
}
