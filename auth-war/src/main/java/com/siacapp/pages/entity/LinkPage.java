package com.siacapp.pages.entity;

import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.OneTimeLink.Kind;
import java.util.Set;

/**
 * What the holder of a one-time link fills in: to found a company, to join one, or to set a new password. Posts
 * {@code csrf, company, name, email, password, again}, of which the kind decides which are asked for.
 *
 * @param action where the form is posted
 * @param invitedBy who made the link, and for which company; nobody for one of the command line
 * @param isOfCommandLine whether nobody with a name made it
 * @param typed what the fields start with; an e-mail that is given cannot be changed
 */
public record LinkPage(
        PageAddress address,
        String action,
        String csrf,
        Kind kind,
        DisplayName invitedBy,
        boolean isOfCommandLine,
        Typed typed,
        Set<AccountProblem> problems)
        implements Page, AccountForm {

    public LinkPage {
        problems = Set.copyOf(problems);
    }

    @Override
    public String template() {
        return "link";
    }

    public boolean isSetup() {
        return kind == Kind.SETUP;
    }

    public boolean isInvitation() {
        return kind == Kind.INVITATION;
    }

    /** Company, name and e-mail as typed before, or as the link says. */
    public record Typed(String company, String name, String email) {}
}
