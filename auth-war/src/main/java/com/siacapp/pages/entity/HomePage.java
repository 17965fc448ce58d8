package com.siacapp.pages.entity;

import java.net.URI;

/**
 * What this is and how to connect.
 *
 * @param mcp the address clients connect to
 * @param signIn where one signs in
 */
public record HomePage(PageAddress address, URI mcp, String signIn) implements Page {

    @Override
    public String template() {
        return "home";
    }

    /** Whether clients in the cloud can call it: they reach neither this computer nor plain http. */
    public boolean isPublic() {
        return "https".equals(mcp.getScheme());
    }
}
