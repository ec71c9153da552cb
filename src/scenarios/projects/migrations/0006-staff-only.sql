-- Hard cases are for the staff; residents see them nowhere.
create policy staff_only on projects.hard_case as restrictive to xianqu_app using (access.is_staff());
create policy staff_only on projects.hard_case_team as restrictive to xianqu_app using (access.is_staff());
