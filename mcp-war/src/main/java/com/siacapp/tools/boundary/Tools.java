package com.siacapp.tools.boundary;

import com.siacapp.protocol.boundary.Offers;
import com.siacapp.tools.control.ToolRegistry;
import com.siacapp.tools.entity.Tool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gathers the tools of the deployed application. */
class Tools {

    @Produces
    @Singleton
    ToolRegistry registry(Offers offers) {
        return new ToolRegistry(offers.declaredWith(Tool.class));
    }
}
