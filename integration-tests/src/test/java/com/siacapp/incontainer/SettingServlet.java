package com.siacapp.incontainer;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Changes a setting of the server under test that is read at each use; without a value, back to its default. */
@WebServlet("/setting")
public class SettingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var value = request.getParameter("value");
        if (value == null) {
            System.clearProperty(request.getParameter("key"));
        } else {
            System.setProperty(request.getParameter("key"), value);
        }
    }
}
