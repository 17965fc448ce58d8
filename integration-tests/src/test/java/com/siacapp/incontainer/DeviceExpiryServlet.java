package com.siacapp.incontainer;

import com.siacapp.grants.boundary.DeviceAuthorizations;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Forgets what devices asked for long ago now, as the timer does. */
@WebServlet("/expire-devices")
public class DeviceExpiryServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB(lookup = "java:app/ejb-common/DeviceAuthorizations")
    transient DeviceAuthorizations devices;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        devices.forgetExpired();
    }
}
