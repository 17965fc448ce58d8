@NullMarked
package com.siacapp.subscriptions.control;

import org.jspecify.annotations.NullMarked;
