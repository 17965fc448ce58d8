package com.siacapp.pages.entity;

import com.siacapp.users.entity.AccountProblem;
import java.util.Set;

/** Asks for the current and a new password. Posts {@code csrf, current, password, again} and perhaps {@code disconnect-apps}. */
public record PasswordPage(Frame frame, String csrf, Set<AccountProblem> problems, long waitSeconds)
        implements ConsolePage, AccountForm, Waiting {

    public PasswordPage {
        problems = Set.copyOf(problems);
    }

    @Override
    public String template() {
        return "password";
    }
}
