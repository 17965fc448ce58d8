package com.siacapp.users.entity;

import jakarta.ejb.ApplicationException;
import java.util.EnumSet;
import java.util.Set;

/** An account is not made or changed like this; nothing was stored. */
@ApplicationException(rollback = true)
public class AccountRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final EnumSet<AccountProblem> problems;

    public AccountRefusal(Set<AccountProblem> problems) {
        super(problems.toString());
        this.problems = EnumSet.copyOf(problems);
    }

    public static AccountRefusal because(AccountProblem problem) {
        return new AccountRefusal(Set.of(problem));
    }

    /** @throws AccountRefusal if there is any problem */
    public static void ifAny(Set<AccountProblem> problems) {
        if (!problems.isEmpty()) {
            throw new AccountRefusal(problems);
        }
    }

    public Set<AccountProblem> problems() {
        return EnumSet.copyOf(problems);
    }
}
