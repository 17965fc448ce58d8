package com.siacapp.resources.boundary;

import com.siacapp.protocol.boundary.Offers;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.resources.entity.Resource;
import com.siacapp.resources.entity.ResourceTemplate;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gathers the resources of the deployed application. */
class Resources {

    @Produces
    @Singleton
    ResourceRegistry registry(Offers offers, Constraints constraints) {
        return new ResourceRegistry(
                offers.declaredWith(Resource.class), offers.declaredWith(ResourceTemplate.class), constraints);
    }
}
