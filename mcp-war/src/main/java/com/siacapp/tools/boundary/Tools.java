package com.siacapp.tools.boundary;

import com.siacapp.protocol.boundary.Offers;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.tools.control.ToolRegistry;
import com.siacapp.tools.entity.Tool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gathers the tools of the deployed application. */
class Tools {

    @Produces
    @Singleton
    ToolRegistry registry(Offers offers, Constraints constraints, Pagination pagination, ResourceRegistry resources) {
        return new ToolRegistry(offers.declaredWith(Tool.class), constraints, pagination, resources::isView);
    }
}
