@NullMarked
package com.siacapp.clients.control;

import org.jspecify.annotations.NullMarked;
