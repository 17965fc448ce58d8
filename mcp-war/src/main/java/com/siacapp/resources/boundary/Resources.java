package com.siacapp.resources.boundary;

import com.siacapp.protocol.boundary.Offers;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.resources.entity.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gathers the resources of the deployed application. */
class Resources {

    @Produces
    @Singleton
    ResourceRegistry registry(Offers offers) {
        return new ResourceRegistry(offers.declaredWith(Resource.class));
    }
}
