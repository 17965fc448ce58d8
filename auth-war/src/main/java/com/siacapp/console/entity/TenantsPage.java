package com.siacapp.console.entity;

import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.Moment;
import com.siacapp.users.boundary.Companies.Company;
import com.siacapp.users.entity.AccountProblem;
import java.util.List;

/**
 * The companies of the installation. Posts {@code company}, {@code email} and {@code csrf} for a new one.
 *
 * @param problems why none was made just now
 */
public record TenantsPage(
        Frame frame,
        String csrf,
        List<Company> companies,
        String typedCompany,
        String typedEmail,
        List<AccountProblem> problems)
        implements ConsolePage {

    public TenantsPage {
        companies = List.copyOf(companies);
        problems = List.copyOf(problems);
    }

    @Override
    public String template() {
        return "console-tenants";
    }

    public DisplayName name(Company company) {
        return new DisplayName(company.name());
    }

    public Moment since(Company company) {
        return new Moment(company.since());
    }
}
