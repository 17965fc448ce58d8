package com.siacapp.users.boundary;

import com.siacapp.users.control.PasswordPolicy;
import com.siacapp.users.control.Passwords;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.AccountRefusal;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Changing one's own password, which takes the current one (ASVS 6.2.3, 7.5.1). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordChange {

    @EJB
    Accounts accounts;

    @Inject
    PasswordPolicy policy;

    @Inject
    Passwords passwords;

    /**
     * @param endOthers whether the person's other sessions end (ASVS 7.4.3)
     * @throws AccountRefusal with everything that is wrong
     */
    public void change(SignedInUser person, String current, NewPassword wanted, boolean endOthers) {
        var stored = accounts.passwordHash(person);
        if (current.length() > Passwords.LONGEST || !passwords.matches(current, stored)) {
            throw AccountRefusal.because(AccountProblem.PASSWORD_WRONG);
        }
        AccountRefusal.ifAny(wanted.problems(policy, List.of(person.name(), person.email(), person.tenantName())));
        accounts.changePassword(person, stored, passwords.hash(wanted.typed()), endOthers);
    }
}
