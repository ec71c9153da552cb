-- What units are asked and how their days are listed is for the staff; residents see it nowhere.
create policy staff_only on supervision.request as restrictive to xianqu_app using (access.is_staff());
create policy staff_only on supervision.look as restrictive to xianqu_app using (access.is_staff());
create policy staff_only on supervision.listed_day as restrictive to xianqu_app using (access.is_staff());
create policy staff_only on supervision.day_list as restrictive to xianqu_app using (access.is_staff());
