@NullMarked
package com.siacapp.sessions.control;

import org.jspecify.annotations.NullMarked;
