package com.siacapp.http.boundary;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Every address of this WAR is a JAX-RS resource, from the root on. */
@ApplicationPath("/")
public class AuthorizationServer extends Application {}
