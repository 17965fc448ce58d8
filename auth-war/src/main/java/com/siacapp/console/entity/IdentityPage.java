package com.siacapp.console.entity;

import com.siacapp.identityproviders.entity.ProviderDraft;
import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import java.util.Set;

/**
 * The company's identity provider. Posts {@code issuer}, {@code tenant}, {@code jwks} or {@code jwks_uri}, and
 * {@code csrf}.
 *
 * @param current the issuer that is trusted now; empty when there is none
 * @param currentTenant the company as that issuer calls it; empty when it signs for this company alone
 * @param audience what the provider's assertions must be made for: our issuer
 * @param resource the resource they are about
 * @param company the id by which they name this company
 */
public record IdentityPage(
        Frame frame,
        String csrf,
        String current,
        String currentTenant,
        String audience,
        String resource,
        String company,
        ProviderDraft draft,
        Set<ProviderDraft.Problem> problems)
        implements ConsolePage {

    public IdentityPage {
        problems = Set.copyOf(problems);
    }

    public boolean isSet() {
        return !current.isEmpty();
    }

    public boolean hasIssuerProblem() {
        return problems.contains(ProviderDraft.Problem.ISSUER);
    }

    public boolean hasTenantProblem() {
        return problems.contains(ProviderDraft.Problem.TENANT);
    }

    public boolean hasKeysProblem() {
        return problems.contains(ProviderDraft.Problem.KEYS);
    }

    @Override
    public String template() {
        return "console-identity";
    }
}
