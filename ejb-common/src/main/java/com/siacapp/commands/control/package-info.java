@NullMarked
package com.siacapp.commands.control;

import org.jspecify.annotations.NullMarked;
