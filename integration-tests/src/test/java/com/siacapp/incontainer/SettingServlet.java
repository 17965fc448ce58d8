package com.siacapp.incontainer;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Changes a setting of the server under test that is read at each use; the answer is what it was, if it was set. */
@WebServlet("/setting")
public class SettingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var key = request.getParameter("key");
        var value = request.getParameter("value");
        var before = value == null ? System.clearProperty(key) : System.setProperty(key, value);
        response.setContentType("text/plain");
        response.getWriter().print(before == null ? "" : before);
    }
}
