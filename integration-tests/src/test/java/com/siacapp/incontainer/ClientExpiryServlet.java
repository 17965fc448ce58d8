package com.siacapp.incontainer;

import com.siacapp.grants.control.ClientExpiry;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets the clients that were never used expire now, as the timer does. */
@WebServlet("/expire-clients")
public class ClientExpiryServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB(lookup = "java:app/ejb-common/ClientExpiry")
    transient ClientExpiry expiry;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        expiry.expire();
    }
}
