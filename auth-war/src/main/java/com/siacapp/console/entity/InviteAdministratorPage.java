package com.siacapp.console.entity;

import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Frame;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.Company;
import java.util.List;
import java.util.UUID;

/**
 * Asks for whom the operator makes another administrator's link of a company. Posts {@code email} and {@code csrf}.
 *
 * @param problems why none was made just now
 */
public record InviteAdministratorPage(
        Frame frame, String csrf, UUID company, DisplayName name, String typedEmail, List<AccountProblem> problems)
        implements ConsolePage {

    public InviteAdministratorPage {
        problems = List.copyOf(problems);
    }

    public static InviteAdministratorPage of(
            Frame frame, String csrf, Company company, String typedEmail, List<AccountProblem> problems) {
        return new InviteAdministratorPage(
                frame, csrf, company.id(), new DisplayName(company.name()), typedEmail, problems);
    }

    @Override
    public String template() {
        return "console-invite-administrator";
    }
}
